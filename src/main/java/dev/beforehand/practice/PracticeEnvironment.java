package dev.beforehand.practice;

import dev.beforehand.practice.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Switches practice on where no bot token is set, and off where one is. In practice all settings have values with which
 * Beforehand runs by itself; whatever the user set stays as it is.
 */
class PracticeEnvironment implements EnvironmentPostProcessor, Ordered {

    static final String DATABASE_FILE = "./data/practice.db";

    private static final String ON = "beforehand.practice.on";
    private static final String BOT_TOKEN = "beforehand.slack.bot-token";
    private static final String PRACTICE_TOKEN = "xoxb-practice-";
    private static final String PRACTICE_APP_TOKEN = "xapp-practice-";
    private static final String SOCKET_MODE = "beforehand.practice.socket-mode";
    private static final String PACKAGED = "class path resource [application.yaml]";

    private final Log log;

    PracticeEnvironment(DeferredLogFactory logs) {
        this.log = logs.getLog(PracticeEnvironment.class);
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (isSet(environment, BOT_TOKEN) || isSet(environment, "SLACK_BOT_TOKEN")) {
            put(environment, "withSlack", Map.of(ON, "false"));
        } else if (!"false".equals(environment.getProperty(ON))) {
            if (isSet(environment, "SLACK_APP_TOKEN")) {
                log.warn("SLACK_APP_TOKEN is set but SLACK_BOT_TOKEN is not: Beforehand starts in practice.");
            }
            if (isSet(environment, "spring.mail.host")) {
                log.warn("SPRING_MAIL_HOST is not used in practice: every letter stays in the mailbox of the page.");
            }
            if (isSet(environment, "beforehand.inbox.host")) {
                log.warn("beforehand.inbox.host is not used in practice: the page has an inbox of its own.");
            }
            put(environment, "practice", slack(environment));
            aboveThePackaged(environment, new OnlyInPractice(environment, defaults(environment)));
        }
    }

    /** What cannot be left to the user, since the token that it needs is not there. */
    private static Map<String, Object> slack(ConfigurableEnvironment environment) {
        var port = environment.getProperty("server.port", Integer.class, 8080);
        var values = new LinkedHashMap<String, Object>();
        if (port == 0) {
            port = freePort();
            values.put("server.port", port);
        }
        var url = "http://localhost:" + port;
        values.put("beforehand.practice.url", url);
        values.put(BOT_TOKEN, PRACTICE_TOKEN + secret());
        values.put("beforehand.slack.app-token", isOn(environment, SOCKET_MODE) ? PRACTICE_APP_TOKEN + secret() : "");
        values.put("beforehand.slack.signing-secret", or(environment, "SLACK_SIGNING_SECRET", secret()));
        values.put("beforehand.slack.api-url", or(environment, "SLACK_API_URL", url + "/practice/api/"));
        values.putAll(ownMailbox());
        return values;
    }

    /** Days are invented in practice; no letter about them may reach a client, whatever mail server is set. */
    private static Map<String, Object> ownMailbox() {
        var values = new LinkedHashMap<String, Object>();
        var port = freePort();
        values.put("beforehand.practice.mail-port", port);
        values.put("spring.mail.host", "localhost");
        values.put("spring.mail.port", port);
        values.put("spring.mail.protocol", "smtp");
        values.put("spring.mail.username", "");
        values.put("spring.mail.password", "");
        var inbox = freePort();
        values.put("beforehand.practice.inbox-port", inbox);
        values.put("beforehand.inbox.host", "localhost");
        values.put("beforehand.inbox.port", inbox);
        values.put("beforehand.inbox.tls", false);
        values.put("beforehand.inbox.user", PracticeMailbox.INBOX);
        values.put("beforehand.inbox.password", PracticeMailbox.PASSWORD);
        values.put("beforehand.inbox.folder", "INBOX");
        values.put("beforehand.inbox.address", PracticeMailbox.INBOX);
        return values;
    }

    private static Map<String, Object> defaults(ConfigurableEnvironment environment) {
        var values = new LinkedHashMap<String, Object>();
        values.put(ON, "true");
        values.put("spring.datasource.url", "jdbc:sqlite:" + DATABASE_FILE);
        values.put("server.address", "localhost");
        values.put("beforehand.digest.channel", "#receivables");
        values.put("beforehand.approvers", "U0PDANA");
        values.put("beforehand.account-managers", "U0PANA,U0PBEN,U0PCLARA");
        values.put("beforehand.practice.ledger", "./data/practice-ledger");
        values.put("beforehand.ledger", "${beforehand.practice.ledger}");
        // The days of practice pass faster than those of its file.
        values.put("beforehand.ledger.max-age", "3650d");
        values.put("beforehand.company.name", Workspace.COMPANY);
        values.put("beforehand.mail.from", "accounts@brightwater.example");
        return values;
    }

    private static void put(ConfigurableEnvironment environment, String name, Map<String, Object> values) {
        environment.getPropertySources().addFirst(new MapPropertySource(name, values));
    }

    /** Whatever a user sets stands above the settings that are packaged with the program. */
    private static void aboveThePackaged(ConfigurableEnvironment environment, MapPropertySource defaults) {
        var sources = environment.getPropertySources();
        sources.stream()
                .filter(source -> source.getName().contains(PACKAGED))
                .findFirst()
                .ifPresentOrElse(
                        packaged -> sources.addBefore(packaged.getName(), defaults), () -> sources.addLast(defaults));
    }

    private static boolean isSet(ConfigurableEnvironment environment, String name) {
        return !isBlank(environment.getProperty(name));
    }

    private static boolean isOn(ConfigurableEnvironment environment, String name) {
        return environment.getProperty(name, Boolean.class, false);
    }

    private static String or(ConfigurableEnvironment environment, String name, String otherwise) {
        var value = environment.getProperty(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static String secret() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no free port on this machine.", e);
        }
    }

    /** Settings that are there no longer once a token was set, even one that was set after this. */
    private static final class OnlyInPractice extends MapPropertySource {

        private final Environment environment;

        private OnlyInPractice(Environment environment, Map<String, Object> values) {
            super("practiceDefaults", values);
            this.environment = environment;
        }

        @Override
        public @Nullable Object getProperty(String name) {
            var value = super.getProperty(name);
            return value != null && environment.getProperty(BOT_TOKEN, "").startsWith(PRACTICE_TOKEN) ? value : null;
        }
    }
}
