package dev.beforehand.slack;

import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Says what Slack does not take. An instance is as well as before meanwhile, and another one would fare no better: so the
 * status is one of its own, which takes nobody out of service.
 */
@Component
class SlackHealthIndicator implements HealthIndicator {

    private final OpenProblems problems;

    SlackHealthIndicator(OpenProblems problems) {
        this.problems = problems;
    }

    @Override
    public Health health() {
        var open = problems.all();
        return open.isEmpty()
                ? Health.up().build()
                : Health.status(new Status(
                                "IMPAIRED",
                                open.stream()
                                        .map(problem -> problem.about() + ": " + problem.sentence())
                                        .collect(Collectors.joining(" "))))
                        .build();
    }
}
