package dev.beforehand.mail;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an HTML mail: no script, style or hidden text, links with their address, earlier mails left out. */
final class HtmlText implements NodeVisitor {

    private static final String QUOTES = "blockquote.gmail_quote, .gmail_attr, blockquote[type=cite], .moz-cite-prefix,"
            + " .yahoo_quoted, .protonmail_quote, #OLK_SRC_BODY_SECTION";

    /** Outlook puts these before what it quotes. */
    private static final String QUOTE_FOLLOWS = "#appendonsend, #divRplyFwdMsg";

    private static final Set<String> LINES = Set.of(
            "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "blockquote", "pre");

    private final StringBuilder out = new StringBuilder();

    private HtmlText() {}

    static String of(String html) {
        return words(Jsoup.parse(html).body());
    }

    static String withoutQuotes(String html) {
        var body = Jsoup.parse(html).body();
        body.select(QUOTES).remove();
        for (var marker : body.select(QUOTE_FOLLOWS)) {
            removeAfter(marker, body);
        }
        return words(body);
    }

    private static void removeAfter(Element marker, Element body) {
        for (Element at = marker; at != null && at != body; at = at.parent()) {
            while (at.nextSibling() instanceof Node next) {
                next.remove();
            }
        }
        marker.remove();
    }

    private static String words(Element body) {
        body.select("script, style, template, noscript, title, [hidden], [style*=display:none], [style*=display: none]")
                .remove();
        var text = new HtmlText();
        body.traverse(text);
        return text.out.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            add(words.getWholeText());
        } else if (node instanceof Element element) {
            switch (element.normalName()) {
                case "br" -> out.append('\n');
                case "td", "th" -> add(" ");
                case "li" -> {
                    breakLine();
                    out.append("- ");
                }
                default -> breakAround(element);
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.normalName().equals("a")) {
                addAddress(element);
            } else if (element.normalName().equals("p")) {
                breakLine();
                out.append(out.isEmpty() ? "" : "\n");
            } else {
                breakAround(element);
            }
        }
    }

    private void addAddress(Element link) {
        var address = link.attr("href").strip();
        var shown = link.text().strip();
        var known = address.toLowerCase(Locale.ROOT);
        if ((known.startsWith("http://") || known.startsWith("https://")) && !shown.equals(address)) {
            out.append(" <").append(address).append('>');
        }
    }

    private void add(String words) {
        var plain = words.replaceAll("[\\s\\u00a0\\u202f]+", " ");
        out.append(out.isEmpty() || last() == '\n' || last() == ' ' ? plain.stripLeading() : plain);
    }

    private void breakAround(Element element) {
        if (LINES.contains(element.normalName())) {
            breakLine();
        }
    }

    private void breakLine() {
        while (!out.isEmpty() && last() == ' ') {
            out.setLength(out.length() - 1);
        }
        if (!out.isEmpty() && last() != '\n') {
            out.append('\n');
        }
    }

    private char last() {
        return out.charAt(out.length() - 1);
    }
}
