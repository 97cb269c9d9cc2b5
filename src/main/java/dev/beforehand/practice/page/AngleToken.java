package dev.beforehand.practice.page;

/** What Slack writes between angle brackets: a link, a person, a channel, everyone, a date. */
final class AngleToken {

    private final Surroundings surroundings;

    AngleToken(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** @param token what stands between the brackets, such as {@code https://example.com|the site} */
    Html html(String token) {
        int bar = token.indexOf('|');
        var target = bar < 0 ? token : token.substring(0, bar);
        var label = bar < 0 ? "" : token.substring(bar + 1);
        if (target.startsWith("@")) {
            return person(target.substring(1));
        }
        if (target.startsWith("#")) {
            return mention("#" + surroundings.channel(target.substring(1)), false);
        }
        if (target.startsWith("!")) {
            return special(target.substring(1), label);
        }
        return link(target, label.isEmpty() ? target.replaceFirst("^mailto:", "") : label);
    }

    Html person(String id) {
        return mention("@" + surroundings.person(id), id.equals(surroundings.me()));
    }

    private Html special(String target, String label) {
        if (target.startsWith("date^")) {
            return DateToken.html(target, label, surroundings);
        }
        var name = target.startsWith("subteam^") && !label.isEmpty() ? label.replaceFirst("^@", "") : target;
        return mention("@" + name, true);
    }

    static Html mention(String name, boolean concernsReader) {
        return Tag.of("span", concernsReader ? "mention me" : "mention")
                .add(Html.slackText(name))
                .html();
    }

    /** A link that opens beside the page, or the label alone where the address is not one to follow. */
    static Html link(String escapedAddress, String label) {
        var address = Html.unescaped(escapedAddress);
        if (!mayBeFollowed(address)) {
            return Html.slackText(label);
        }
        return Tag.of("a")
                .with("href", address)
                .with("target", "_blank")
                .with("rel", "noopener noreferrer")
                .add(Html.slackText(label))
                .html();
    }

    static boolean mayBeFollowed(String address) {
        return address.matches("(?i)(https?://|mailto:|tel:).+");
    }
}
