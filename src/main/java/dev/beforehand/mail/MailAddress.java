package dev.beforehand.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail address and, where it is known, the name of its owner. Neither can hold a line break, and the address can
 * only be one single address. Names come from files and from outside: one is made to fit rather than refused, so that it
 * keeps no letter from leaving.
 */
public record MailAddress(String address, @Nullable String name) {

    private static final int LONGEST = 254;
    private static final Pattern PLAIN = Pattern.compile("[^@\"<>()]+@[^@\"<>()\\[\\]]+");

    /** @throws IllegalArgumentException that says what is wrong with it */
    public MailAddress {
        HeaderValue.check("address", address);
        name = tidy(name);
        if (!isOneAddress(address)) {
            throw new IllegalArgumentException(
                    "'%s' is no e-mail address; write it like ana@acme.example.".formatted(address));
        }
    }

    /** Whether letters can be sent to it. */
    public static boolean isValid(String address) {
        return HeaderValue.isSafe(address) && isOneAddress(address);
    }

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    InternetAddress asHeader() {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String tidy(@Nullable String name) {
        var line = name == null ? "" : HeaderValue.oneLine(name);
        return line.isEmpty() ? null : line;
    }

    private static boolean isOneAddress(String address) {
        try {
            var parsed = new InternetAddress(address, true);
            return parsed.getAddress().equals(address)
                    && address.length() <= LONGEST
                    && address.chars().allMatch(c -> c > ' ' && c < 0x7f)
                    && PLAIN.matcher(address).matches();
        } catch (AddressException e) {
            return false;
        }
    }
}
