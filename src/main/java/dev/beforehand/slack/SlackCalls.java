package dev.beforehand.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a call to the Web API, again where that is safe, and says what became of it. */
class SlackCalls {

    /** What may be done when a call does not succeed. */
    enum Care {
        /** Two of them would be seen twice: not again unless Slack has certainly not acted. */
        ONCE(4),
        /** Two of them are as good as one. */
        REPEATABLE(4),
        /** Somebody waits, and the chance passes within three seconds. */
        PROMPT(1);

        private final int tries;

        Care(int tries) {
            this.tries = tries;
        }
    }

    interface Call<R extends SlackApiTextResponse> {
        R send(MethodsClient slack) throws IOException, SlackApiException;
    }

    /** @param retryIn how long until it may be tried again; empty where it may not */
    record Attempt<T>(Reply<T> reply, @Nullable Duration retryIn) {

        boolean isTooMany() {
            return retryIn != null
                    && reply instanceof Reply.Refused<T> refused
                    && refused.problem().isTooMuch();
        }

        /** As long as Slack asks for. */
        Duration pause() {
            return retryIn == null || retryIn.isZero() ? Duration.ofSeconds(1) : retryIn;
        }
    }

    private static final Logger log = LoggerFactory.getLogger(SlackCalls.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final MethodsClient slack;
    private final SlackProblems problems;
    private final Duration firstWait;
    private final Gson gson = GsonFactory.createSnakeCase();

    SlackCalls(Slack slack, String botToken, SlackProblems problems, Duration firstWait) {
        this.slack = slack.methods(botToken);
        this.problems = problems;
        this.firstWait = firstWait;
    }

    /** @param about the channel or person that the call is about, for the sentence should it be refused */
    <R extends SlackApiTextResponse, T> Reply<T> call(Care care, String about, Call<R> call, Function<R, T> read) {
        var attempt = attempt(care, about, call, read);
        var backOff = firstWait;
        for (int tries = 1; attempt.retryIn() instanceof Duration asked && tries < care.tries; tries++) {
            var wait = asked.compareTo(backOff) > 0 ? asked : backOff;
            if (wait.compareTo(LONGEST_WAIT) > 0 || !pause(wait)) {
                break;
            }
            backOff = backOff.multipliedBy(2);
            attempt = attempt(care, about, call, read);
        }
        return attempt.reply();
    }

    SlackProblem problem(String code, String about) {
        return problems.of(code, about, null);
    }

    /** Makes the call once; whoever calls tries again. */
    <R extends SlackApiTextResponse, T> Attempt<T> attempt(Care care, String about, Call<R> call, Function<R, T> read) {
        try {
            var answer = call.send(slack);
            return answer.isOk()
                    ? new Attempt<>(new Reply.Done<>(read.apply(answer)), null)
                    : refused(care, about, answer, answer.getError());
        } catch (SlackApiException e) {
            return failed(care, about, e);
        } catch (IOException e) {
            return AnswerLost.isThe(e)
                    ? unknown(care, about, "Slack did not answer")
                    : again(about, "unreachable", Duration.ZERO);
        } catch (RuntimeException e) {
            return unknown(
                    care,
                    about,
                    "Slack's answer could not be read: " + e.getClass().getSimpleName());
        }
    }

    private <T> Attempt<T> failed(Care care, String about, SlackApiException e) {
        int status = e.getResponse().code();
        if (status == 429) {
            return again(about, "ratelimited", retryAfter(e));
        }
        if (status == 503) {
            return again(about, "service_unavailable", Duration.ZERO);
        }
        if (status >= 500) {
            return unknown(care, about, "Slack answered " + status);
        }
        var error = e.getError();
        return refused(care, about, error, error == null ? "http_" + status : error.getError());
    }

    private <T> Attempt<T> refused(
            Care care, String about, @Nullable SlackApiTextResponse answer, @Nullable String code) {
        return switch (code) {
            case null -> unknown(care, about, "Slack's answer could not be read");
            case "ratelimited", "rate_limited" -> again(about, "ratelimited", Duration.ofSeconds(1));
            case "service_unavailable", "request_timeout" -> again(about, code, Duration.ZERO);
            case "fatal_error", "internal_error" -> unknown(care, about, "Slack answered '" + code + "'");
            default -> {
                log.warn("Slack refused with '{}'{}", code, answer == null ? "." : details(answer));
                var needed = answer == null ? null : answer.getNeeded();
                yield new Attempt<>(new Reply.Refused<>(problems.of(code, about, needed)), null);
            }
        };
    }

    private <T> Attempt<T> again(String about, String code, Duration wait) {
        return new Attempt<>(new Reply.Refused<>(problems.of(code, about, null)), wait);
    }

    private <T> Attempt<T> unknown(Care care, String about, String reason) {
        log.warn("Nobody knows what became of a call to Slack: {}.", reason);
        return new Attempt<>(
                new Reply.Unknown<>(problem("unanswered", about).sentence()),
                care == Care.REPEATABLE ? Duration.ZERO : null);
    }

    private static Duration retryAfter(SlackApiException e) {
        var seconds = e.getResponse().header("Retry-After", "1");
        return seconds != null && seconds.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ofSeconds(1);
    }

    /** Which part of a message or view Slack found at fault, and why; never the text itself. */
    private String details(SlackApiTextResponse answer) {
        return gson.toJsonTree(answer) instanceof JsonObject json && json.has("response_metadata")
                ? ": " + json.get("response_metadata")
                : ".";
    }

    private static boolean pause(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
