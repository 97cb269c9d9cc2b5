package dev.beforehand.mail;

import dev.beforehand.letters.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who sends: the company's own address, and its name beside the account manager's. */
@ConfigurationProperties("beforehand")
record MailSettings(@DefaultValue Mail mail, @DefaultValue Company company) {

    /**
     * @param from the company's verified address, from which every letter leaves
     * @param connections to the mail server at a time
     * @param perMinute how many letters leave in a minute at most; empty: as many as the mail server takes
     */
    record Mail(
            @Nullable String from,
            @DefaultValue("4") int connections,
            @Nullable Integer perMinute) {

        private static final int MOST_CONNECTIONS = 32;

        Mail {
            if (connections < 1 || connections > MOST_CONNECTIONS) {
                throw new IllegalArgumentException("beforehand.mail.connections is %d; set it to 1 to %d."
                        .formatted(connections, MOST_CONNECTIONS));
            }
            if (perMinute != null && perMinute < 1) {
                throw new IllegalArgumentException("beforehand.mail.per-minute is " + perMinute
                        + "; set it to 1 or more, or leave it out where there is no limit.");
            }
        }
    }

    record Company(@Nullable String name) {}

    /** @throws IllegalArgumentException that says which of them is set to something that no letter can carry */
    MailSettings {
        var from = mail.from();
        if (from != null && !from.isBlank() && !MailAddress.isValid(from.strip())) {
            throw new IllegalArgumentException("beforehand.mail.from is '" + from
                    + "', which is no e-mail address; write the address alone, like billing@acme.example.");
        }
        if (company.name() != null && !HeaderValue.isSafe(company.name())) {
            throw new IllegalArgumentException(
                    "beforehand.company.name holds a line break or another control character; write it in one line.");
        }
    }

    /** What is still to be set before a letter can leave. */
    Optional<Sentence> missing() {
        if (isBlank(mail.from())) {
            return Optional.of(new Sentence("mail.missing.address"));
        }
        return isBlank(company.name()) ? Optional.of(new Sentence("mail.missing.company")) : Optional.empty();
    }

    MailAddress sender(String accountManager) {
        return new MailAddress(set(mail.from()), accountManager.strip() + ", " + name());
    }

    String name() {
        return set(company.name());
    }

    private String set(@Nullable String text) {
        if (text == null || missing().isPresent()) {
            throw new IllegalStateException(missing().map(Sentence::toString).orElse(""));
        }
        return text.strip();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
