package dev.beforehand.slack;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one Slack client and the one Bolt app of the process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SlackSettings.class, TeamSettings.class, LanguageSettings.class, SenderSettings.class})
class SlackConfiguration {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Bean(destroyMethod = "close")
    Slack slack(SlackSettings settings) {
        return SlackClients.connect(settings.apiUrl(), TIMEOUT);
    }

    @Bean
    Pacing pacing(SenderSettings settings) {
        return new Pacing(settings.gap(), settings.updates());
    }

    /** An event that nobody handles is acked; of anything else its person is told. */
    @Bean
    AppConfig slackAppConfig(Slack slack, Apologies apologies) {
        return AppConfig.builder()
                .slack(slack)
                .allEventsApiAutoAckEnabled(true)
                .unmatchedRequestHandler(request -> apologies.unknown(Delivery.of(request.getRequestBodyAsString())))
                .build();
    }

    /** Without Bolt's own checks of signature, sender and token: the entrance has made them, and more strictly. */
    @Bean
    App slackApp(
            AppConfig config,
            Slack slack,
            Doorkeeper doorkeeper,
            Apologies apologies,
            Homes homes,
            List<SlackSurface> surfaces) {
        var app = new App(config, slack, List.of());
        var gate = new Gate(app, doorkeeper, apologies, homes);
        surfaces.forEach(surface -> surface.register(gate));
        return app;
    }

    @Bean
    Task<Void> forgetOldDeliveriesTask(
            ObjectProvider<Deliveries> deliveries,
            ObjectProvider<MeantClicks> meant,
            ObjectProvider<OpenProblems> problems) {
        return Tasks.recurring("forget-old-deliveries", FixedDelay.of(Duration.ofHours(24)))
                .execute((instance, context) -> {
                    deliveries.getObject().forgetOld();
                    meant.getObject().forgetOld();
                    problems.getObject().forgetOld();
                });
    }
}
