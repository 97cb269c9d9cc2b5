package dev.beforehand.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import dev.beforehand.letters.Language;
import dev.beforehand.slack.Delivery.Kind;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes what Slack delivered, by HTTP or Socket Mode, to the handlers: each delivery once, whether it is retried or
 * replayed, and each in the language of its person. An answer of 200 means that Slack need not send it again; 500 and 503 ask it to.
 */
@Component
class Reception {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final int ANSWERS_KEPT = 500;

    private final App app;
    private final Deliveries deliveries;
    private final OwnEvents ownEvents;
    private final Apologies apologies;
    private final Readers readers;

    /** A retry that comes because the ack was lost needs the same answer, or it is never said. */
    private final Map<String, Response> answers = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Response> eldest) {
            return size() > ANSWERS_KEPT;
        }
    });

    Reception(App app, Deliveries deliveries, OwnEvents ownEvents, Apologies apologies, Readers readers) {
        this.app = app;
        this.deliveries = deliveries;
        this.ownEvents = ownEvents;
        this.apologies = apologies;
        this.readers = readers;
    }

    /**
     * @param sentAgain whether Slack sends it again until it is acked
     * @param otherwise the delivery's name where Slack's payload has none
     * @param request parses it for Bolt
     */
    Response receive(Delivery delivery, boolean sentAgain, String otherwise, Supplier<@Nullable Request<?>> request) {
        try {
            if (delivery.kind() == Kind.EVENT && ownEvents.include(delivery)) {
                return Response.ok();
            }
            return delivery.changesNothing()
                    ? handle(delivery, request)
                    : once(
                            delivery.id() == null ? otherwise : delivery.id(),
                            delivery,
                            sentAgain || delivery.isSubmission(),
                            request);
        } catch (RuntimeException e) {
            log.error(
                    "A delivery of kind {} could not be taken in; Slack is asked to send it again.",
                    delivery.kind(),
                    e);
            return Response.error(500);
        }
    }

    private Response once(String id, Delivery delivery, boolean sentAgain, Supplier<@Nullable Request<?>> request) {
        return switch (deliveries.arrive(id, sentAgain)) {
            case DONE -> answers.getOrDefault(id, Response.ok());
            case RUNNING -> Response.error(503);
            case NEW -> {
                var response = handle(delivery, request);
                var done = response.getStatusCode() < 500 && !leavesItsFormOpen(delivery, response);
                if (done && response.getBody() != null && !response.getBody().isEmpty()) {
                    answers.put(id, response);
                }
                if (sentAgain) {
                    settle(id, done);
                }
                yield response;
            }
        };
    }

    /** Then it may be sent again, and go through: what was in its way can be gone. */
    private static boolean leavesItsFormOpen(Delivery delivery, Response response) {
        return delivery.isSubmission()
                && response.getBody() != null
                && response.getBody().contains("\"response_action\":\"errors\"");
    }

    private Response handle(Delivery delivery, Supplier<@Nullable Request<?>> request) {
        return Language.in(readers.language(delivery.person()), () -> answer(delivery, request));
    }

    private Response answer(Delivery delivery, Supplier<@Nullable Request<?>> request) {
        long start = System.nanoTime();
        try {
            var parsed = request.get();
            return parsed == null ? apologies.unknown(delivery) : app.run(parsed);
        } catch (Exception e) {
            log.error("The handler of a delivery of kind {} ({}) failed.", delivery.kind(), delivery.type(), e);
            // Slack sends an event again, but never a click: its person has to be told.
            return delivery.kind() == Kind.EVENT ? Response.error(500) : apologies.failed(delivery);
        } finally {
            var took = Duration.ofNanos(System.nanoTime() - start);
            if (took.compareTo(SLOW) > 0) {
                log.warn("A delivery of kind {} took {} ms; Slack waits 3 s.", delivery.kind(), took.toMillis());
            }
        }
    }

    /** What is answered stands already; should this fail, a retry runs the handlers again, which they can bear. */
    private void settle(String id, boolean done) {
        try {
            if (done) {
                deliveries.done(id);
            } else {
                deliveries.forget(id);
            }
        } catch (RuntimeException e) {
            log.error("It could not be remembered that a delivery was {}.", done ? "done" : "not done", e);
        }
    }
}
