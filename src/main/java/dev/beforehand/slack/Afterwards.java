package dev.beforehand.slack;

import dev.beforehand.letters.Language;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Runs what follows an ack, on a virtual thread: opening a form, showing an answer. A crash loses it, so what must
 * happen stands in the database before. It speaks the language in which it was asked for. On shutdown what has begun gets some seconds to end.
 */
@Component
public class Afterwards implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Afterwards.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param what names the work in the log, should it fail */
    public void run(String what, Runnable work) {
        var language = Language.spoken();
        threads.execute(() -> {
            try {
                Language.in(language, work);
            } catch (RuntimeException e) {
                log.error("{} failed after Slack's request was acked.", what, e);
            }
        });
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }
}
