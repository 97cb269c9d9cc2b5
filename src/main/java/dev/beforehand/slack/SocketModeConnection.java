package dev.beforehand.slack;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the connection to Slack and opens it again whenever it is lost. The client's own watch over it is not used: it
 * ends for good when Slack refuses once, as it does for a while after many connections.
 */
final class SocketModeConnection {

    private static final Logger log = LoggerFactory.getLogger(SocketModeConnection.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Set<String> HOPELESS = Set.of(
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_revoked",
            "not_allowed_token_type",
            "no_permission",
            "missing_scope");

    private final Slack slack;
    private final String appToken;
    private final Duration lookEvery;
    private final BiConsumer<SocketModeClient, String> receiver;
    private @Nullable SocketModeClient client;
    private @Nullable Thread keeper;
    private boolean closed;

    SocketModeConnection(
            Slack slack, String appToken, Duration lookEvery, BiConsumer<SocketModeClient, String> receiver) {
        this.slack = slack;
        this.appToken = appToken;
        this.lookEvery = lookEvery;
        this.receiver = receiver;
    }

    /** @throws IllegalStateException where Slack does not accept the app token; it says what to do */
    synchronized void open() {
        closed = false;
        connect();
        keeper = Thread.ofVirtual().name("socket-mode-keeper").start(this::keepOpen);
    }

    synchronized void close() {
        closed = true;
        if (keeper != null) {
            keeper.interrupt();
            keeper = null;
        }
        if (client != null) {
            try {
                client.close();
            } catch (IOException e) {
                log.debug("The Socket Mode connection did not close properly.", e);
            }
            client = null;
        }
    }

    private void keepOpen() {
        var wait = lookEvery;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(wait);
                wait = isOpen() || connect() ? lookEvery : longer(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.warn("Socket Mode is not connected: {}", e.getMessage());
                wait = longer(wait);
            }
        }
    }

    private static Duration longer(Duration wait) {
        var doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private synchronized boolean isOpen() {
        return client != null && client.verifyConnection();
    }

    /** @return whether Slack gave an address and the connection is under way */
    private synchronized boolean connect() {
        if (closed) {
            return false;
        }
        try {
            if (client == null) {
                client = first(address());
                client.connect();
            } else {
                client.connectToNewEndpoint();
            }
            return true;
        } catch (IOException | SlackApiException | URISyntaxException e) {
            log.warn("Socket Mode could not connect and will try again: {}", e.getMessage());
            return false;
        }
    }

    private SocketModeClient first(String address) throws URISyntaxException {
        var opened = new SocketModeClientJavaWSImpl(
                slack, appToken, address, 1, new ConcurrentLinkedMessageQueue(), true, false, lookEvery.toMillis());
        opened.addWebSocketMessageListener(message -> receiver.accept(opened, message));
        return opened;
    }

    private String address() throws IOException, SlackApiException {
        var answer = slack.methods().appsConnectionsOpen(r -> r.token(appToken));
        if (answer.isOk()) {
            return answer.getUrl();
        }
        if (HOPELESS.contains(answer.getError())) {
            throw new IllegalStateException(
                    "Slack does not accept SLACK_APP_TOKEN (" + answer.getError()
                            + "). Find one at https://api.slack.com/apps under your app's 'Basic Information', 'App-Level"
                            + " Tokens' (xapp-...); it needs the scope connections:write, and Socket Mode has to be switched on.");
        }
        throw new IOException("Slack answered '" + answer.getError() + "'");
    }
}
