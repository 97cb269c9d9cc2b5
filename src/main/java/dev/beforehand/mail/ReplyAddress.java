package dev.beforehand.mail;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The address at which answers arrive, with a token after a plus sign that tells what is answered. */
@Component
@EnableConfigurationProperties(InboxSettings.class)
public class ReplyAddress {

    private final InboxSettings settings;

    ReplyAddress(InboxSettings settings) {
        this.settings = settings;
    }

    /**
     * {@code replies+token@acme.example}; empty where no such address is set.
     *
     * @param token lower-case letters and digits
     */
    public Optional<MailAddress> with(String token) {
        var address = settings.address();
        return address.isEmpty()
                ? Optional.empty()
                : Optional.of(new MailAddress(address.replace("@", "+" + token + "@"), null));
    }

    /** The first token among addresses to which a mail went. */
    public Optional<String> tokenIn(Collection<String> recipients) {
        var address = settings.address().toLowerCase(Locale.ROOT);
        int at = address.indexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        var before = address.substring(0, at) + "+";
        var after = address.substring(at);
        return recipients.stream()
                .map(recipient -> recipient.toLowerCase(Locale.ROOT))
                .filter(recipient -> recipient.length() > before.length() + after.length()
                        && recipient.startsWith(before)
                        && recipient.endsWith(after))
                .map(recipient -> recipient.substring(before.length(), recipient.length() - after.length()))
                .findFirst();
    }
}
