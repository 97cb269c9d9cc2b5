package dev.beforehand.practice.page;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds one element; attribute values and text are escaped here and nowhere else. */
final class Tag {

    private static final Set<String> EMPTY_ELEMENTS = Set.of("br", "hr", "img", "input");

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    private Tag(String name) {
        this.name = name;
    }

    static Tag of(String name) {
        return new Tag(name);
    }

    static Tag of(String name, String cssClass) {
        return new Tag(name).with("class", cssClass);
    }

    /** An attribute; none where the value is null. */
    Tag with(String attribute, @Nullable String value) {
        if (value != null) {
            attributes
                    .append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(Html.escape(value))
                    .append('"');
        }
        return this;
    }

    Tag flag(String attribute, boolean on) {
        if (on) {
            attributes.append(' ').append(attribute);
        }
        return this;
    }

    Tag text(@Nullable String text) {
        return add(Html.text(text));
    }

    Tag add(Html html) {
        content.append(html.markup());
        return this;
    }

    Tag add(Tag tag) {
        return add(tag.html());
    }

    Tag addAll(List<Html> parts) {
        parts.forEach(this::add);
        return this;
    }

    Html html() {
        var open = "<" + name + attributes + ">";
        return new Html(EMPTY_ELEMENTS.contains(name) ? open : open + content + "</" + name + ">");
    }

    @Override
    public String toString() {
        return html().markup();
    }
}
