package dev.beforehand.practice.page;

import dev.beforehand.practice.PracticeLetter;
import dev.beforehand.practice.page.Page.Letters;
import dev.beforehand.practice.page.Page.MailLine;
import dev.beforehand.practice.page.Page.OpenLetter;
import dev.beforehand.practice.page.Page.OpenThread;
import dev.beforehand.practice.page.Page.Tab;
import dev.beforehand.practice.page.Page.ThreadLine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The mailbox: the newest conversation first, and the chosen mail of one in the way it was asked for. */
final class LetterPages {

    private static final String HTML = "html";

    private final Surroundings surroundings;
    private final Address address;

    LetterPages(Surroundings surroundings, Address address) {
        this.surroundings = surroundings;
        this.address = address;
    }

    Letters show(List<PracticeLetter> mails) {
        var threads = MailThread.of(mails).reversed();
        var open = threads.stream().filter(this::isOpen).map(this::open).findFirst();
        return new Letters(threads.stream().map(this::line).toList(), open.orElse(null));
    }

    private boolean isOpen(MailThread thread) {
        return address.letter() != null && thread.has(address.letter());
    }

    private ThreadLine line(MailThread thread) {
        var newest = thread.newest();
        return new ThreadLine(
                thread.first().id(),
                thread.newestLetter().id(),
                address.letter(thread.newestLetter().id(), null).toString(),
                isOpen(thread),
                newest.owner(),
                thread.mails().size() == 1 ? null : thread.mails().size(),
                name(newest.from()),
                newest.subject(),
                at(newest));
    }

    private OpenThread open(MailThread thread) {
        return new OpenThread(
                thread.first().id(),
                thread.newest().subject(),
                address.letter(null, null).toString(),
                thread.mails().stream().map(this::mail).toList());
    }

    private MailLine mail(PracticeLetter mail) {
        return new MailLine(
                mail.id(),
                address.letter(mail.id(), null).toString(),
                !mail.isReceived(),
                name(mail.from()),
                at(mail),
                mail.text().strip().lines().findFirst().orElse(""),
                mail.id().equals(address.letter()) ? open(mail) : null);
    }

    /** The name before an address in angle brackets, or the address where it has none. */
    static String name(String sender) {
        int bracket = sender.indexOf('<');
        var name = bracket < 0
                ? ""
                : sender.substring(0, bracket).replace("\"", "").strip();
        return name.isEmpty() ? sender : name;
    }

    private OpenLetter open(PracticeLetter letter) {
        var way = address.show() == null ? usual(letter) : address.show();
        return new OpenLetter(
                letter.id(),
                letter.from(),
                letter.to(),
                letter.replyTo(),
                at(letter),
                letter.isReceived(),
                tabs(letter, way),
                way.equals(HTML) ? "/practice/page/letters/" + letter.id() : null,
                switch (way) {
                    case "text" -> letter.text();
                    case "headers" -> letter.headers();
                    default -> null;
                });
    }

    private static String usual(PracticeLetter letter) {
        return letter.html().isEmpty() ? "text" : HTML;
    }

    private List<Tab> tabs(PracticeLetter letter, String way) {
        return Stream.of("HTML", "Text", "Headers")
                .map(name -> {
                    var id = name.toLowerCase(Locale.ROOT);
                    var href = address.letter(letter.id(), id).toString();
                    return new Tab(id, name, href, id.equals(way));
                })
                .toList();
    }

    private String at(PracticeLetter letter) {
        return Timestamp.of(letter.at(), surroundings.zone()).dayAndTime(surroundings.today());
    }
}
