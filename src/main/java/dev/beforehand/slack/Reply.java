package dev.beforehand.slack;

import java.util.Optional;
import java.util.function.Function;

/** What became of a call to Slack. Nobody who gets one needs to try again: that has been done where it was safe. */
public sealed interface Reply<T> {

    /** Slack did it. */
    record Done<T>(T value) implements Reply<T> {}

    /** Slack did not do it, and would not do it if asked again as it is. */
    record Refused<T>(SlackProblem problem) implements Reply<T> {}

    /** The answer was lost: Slack may have done it or not. A person has to look; the reason is for them. */
    record Unknown<T>(String reason) implements Reply<T> {}

    default Optional<T> ifDone() {
        return this instanceof Done<T> done ? Optional.of(done.value()) : Optional.empty();
    }

    default <U> Reply<U> map(Function<? super T, ? extends U> function) {
        return switch (this) {
            case Done<T> done -> new Done<>(function.apply(done.value()));
            case Refused<T> refused -> new Refused<>(refused.problem());
            case Unknown<T> unknown -> new Unknown<>(unknown.reason());
        };
    }
}
