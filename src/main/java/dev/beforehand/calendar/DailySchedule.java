package dev.beforehand.calendar;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wakes the daily jobs at their times; the schedule stands in the database, so that one of several instances does it. */
@Configuration(proxyBeanMethods = false)
class DailySchedule {

    static final Duration RETRY = Duration.ofMinutes(1);
    static final TaskInstanceId DAILY_JOBS = TaskInstanceId.of("daily-jobs", RecurringTask.INSTANCE);

    @Bean
    Task<Void> dailyJobsTask(List<DailyJob> jobs, ObjectProvider<DailyJobs> dailyJobs, CalendarSettings settings) {
        var times = jobs.stream().map(DailyJob::time).toArray(LocalTime[]::new);
        return Tasks.recurring(DAILY_JOBS.getTaskName(), Schedules.daily(settings.zone(), times))
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> {
                    if (!dailyJobs.getObject().runDue()) {
                        throw new IllegalStateException("A daily job failed; the log says which and why.");
                    }
                });
    }
}
