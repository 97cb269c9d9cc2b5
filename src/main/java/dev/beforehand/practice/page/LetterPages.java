package dev.beforehand.practice.page;

import dev.beforehand.practice.PracticeLetter;
import dev.beforehand.practice.page.Page.LetterLine;
import dev.beforehand.practice.page.Page.Letters;
import dev.beforehand.practice.page.Page.OpenLetter;
import dev.beforehand.practice.page.Page.Tab;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The mailbox: the newest letter first, and the chosen one in the way it was asked for. */
final class LetterPages {

    private static final String HTML = "html";

    private final Surroundings surroundings;
    private final Address address;

    LetterPages(Surroundings surroundings, Address address) {
        this.surroundings = surroundings;
        this.address = address;
    }

    Letters show(List<PracticeLetter> letters) {
        var open = letters.stream()
                .filter(letter -> letter.id().equals(address.letter()))
                .map(this::open)
                .findFirst()
                .orElse(null);
        return new Letters(letters.reversed().stream().map(this::line).toList(), open);
    }

    private LetterLine line(PracticeLetter letter) {
        return new LetterLine(
                letter.id(),
                address.letter(letter.id(), null).toString(),
                letter.id().equals(address.letter()),
                name(letter.from()),
                letter.to(),
                letter.subject(),
                at(letter));
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
        var way = address.show() == null ? HTML : address.show();
        return new OpenLetter(
                letter.id(),
                letter.from(),
                letter.to(),
                letter.replyTo(),
                letter.subject(),
                at(letter),
                address.letter(null, null).toString(),
                tabs(letter, way),
                way.equals(HTML) ? "/practice/page/letters/" + letter.id() : null,
                switch (way) {
                    case "text" -> letter.text();
                    case "headers" -> letter.headers();
                    default -> null;
                });
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
