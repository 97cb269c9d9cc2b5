package dev.beforehand.letters;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The words of an HTML letter without its markup: paragraphs apart, tables in columns, links with their address. */
final class PlainText {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final String MAILTO = "mailto:";
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "ul", "ol", "table", "blockquote");
    private static final Set<String> LINES = Set.of("div", "li", "tr");

    private final StringBuilder out = new StringBuilder();

    private PlainText() {}

    static String of(Element body) {
        var text = new PlainText();
        text.addChildren(body);
        return text.out.toString().strip() + "\n";
    }

    private void add(Node node) {
        switch (node) {
            case TextNode words -> addWords(words.getWholeText());
            case Element element -> addElement(element);
            default -> {}
        }
    }

    private void addElement(Element element) {
        var name = element.normalName();
        int apart = PARAGRAPHS.contains(name) ? 2 : LINES.contains(name) ? 1 : 0;
        breakLines(apart);
        switch (name) {
            case "br" -> out.append('\n');
            case "a" -> addLink(element);
            case "table" -> addTable(element);
            case "li" -> {
                out.append("- ");
                addChildren(element);
            }
            default -> addChildren(element);
        }
        breakLines(apart);
    }

    private void addChildren(Element element) {
        element.childNodes().forEach(this::add);
    }

    private void addLink(Element link) {
        addChildren(link);
        var href = link.attr("href");
        var address = href.startsWith(MAILTO) ? href.substring(MAILTO.length()) : href;
        if (!address.isEmpty() && !address.equals(link.text())) {
            out.append(" <").append(address).append('>');
        }
    }

    private void addTable(Element table) {
        if (table.attr("role").equals("presentation")) {
            addChildren(table);
        } else {
            out.append(TextTable.of(table));
        }
    }

    private void addWords(String words) {
        var plain = inOneLine(words);
        out.append(out.isEmpty() || endsWith('\n') || endsWith(' ') ? plain.stripLeading() : plain);
    }

    /** Spaces that keep words together are ordinary ones here. */
    static String inOneLine(String words) {
        return SPACE.matcher(words).replaceAll(" ");
    }

    private void breakLines(int wanted) {
        if (wanted == 0 || out.isEmpty()) {
            return;
        }
        while (endsWith(' ')) {
            out.setLength(out.length() - 1);
        }
        int there = endsWith('\n') ? (out.length() > 1 && out.charAt(out.length() - 2) == '\n' ? 2 : 1) : 0;
        out.append("\n".repeat(Math.max(0, wanted - there)));
    }

    private boolean endsWith(char last) {
        return !out.isEmpty() && out.charAt(out.length() - 1) == last;
    }
}
