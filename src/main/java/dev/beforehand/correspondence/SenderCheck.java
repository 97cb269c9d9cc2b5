package dev.beforehand.correspondence;

import dev.beforehand.mail.MailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a mail's address is one to be expected of a client; pure. It can be forged all the same. */
final class SenderCheck {

    /** Having an address there says nothing about where somebody works. */
    private static final Set<String> EVERYBODYS = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "yahoo.com",
            "yahoo.co.uk",
            "yahoo.de",
            "yahoo.fr",
            "icloud.com",
            "me.com",
            "aol.com",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "gmx.at",
            "gmx.ch",
            "web.de",
            "t-online.de",
            "mail.com",
            "orange.fr",
            "free.fr",
            "libero.it",
            "bluewin.ch",
            "btinternet.com",
            "proton.me",
            "protonmail.com",
            "pm.me",
            "freenet.de",
            "outlook.de",
            "outlook.fr",
            "hotmail.de",
            "hotmail.fr",
            "hotmail.it",
            "hotmail.es",
            "hotmail.co.uk",
            "live.de",
            "live.fr",
            "live.nl",
            "live.co.uk",
            "posteo.de",
            "posteo.net",
            "mailbox.org",
            "arcor.de",
            "online.de",
            "gmx.eu",
            "email.de",
            "mac.com",
            "ymail.com",
            "yahoo.it",
            "yahoo.es",
            "wanadoo.fr",
            "laposte.net",
            "sfr.fr",
            "hotmail.nl",
            "ziggo.nl",
            "kpnmail.nl",
            "virgilio.it",
            "tiscali.it",
            "alice.it",
            "sky.com",
            "virginmedia.com",
            "talktalk.net",
            "zoho.com",
            "fastmail.com",
            "tutanota.com",
            "yandex.com",
            "qq.com",
            "163.com");

    private SenderCheck() {}

    /** @param addresses of the client, in lower case */
    static boolean isKnown(@Nullable MailAddress from, List<String> addresses) {
        if (from == null) {
            return false;
        }
        var address = from.address().toLowerCase(Locale.ROOT);
        var domain = domain(address);
        return addresses.contains(address)
                || !EVERYBODYS.contains(domain)
                        && addresses.stream().anyMatch(known -> domain(known).equals(domain));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
