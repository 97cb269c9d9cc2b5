package dev.beforehand.mail;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.QueryParser;

/** The words of an HTML mail: no script, style or hidden text, links with their address, earlier mails left out. */
final class HtmlText implements NodeFilter {

    private static final Evaluator QUOTES =
            QueryParser.parse("blockquote.gmail_quote, .gmail_attr, blockquote[type=cite], .moz-cite-prefix,"
                    + " .yahoo_quoted, .protonmail_quote, #OLK_SRC_BODY_SECTION");
    /** Outlook puts these before what it quotes. */
    private static final Evaluator QUOTE_FOLLOWS = QueryParser.parse("#appendonsend, #divRplyFwdMsg");

    private static final Evaluator UNSEEN = QueryParser.parse(
            "script, style, template, noscript, title, [hidden]," + " [style*=display:none], [style*=display: none]");
    private static final Set<String> LINES = Set.of(
            "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "blockquote", "pre");

    private final StringBuilder out = new StringBuilder();

    private final Element body;
    private final boolean withoutQuotes;

    private HtmlText(Element body, boolean withoutQuotes) {
        this.body = body;
        this.withoutQuotes = withoutQuotes;
    }

    static String of(String html) {
        return words(html, false);
    }

    static String withoutQuotes(String html) {
        return words(html, true);
    }

    private static String words(String html, boolean withoutQuotes) {
        var body = Jsoup.parse(html).body();
        var text = new HtmlText(body, withoutQuotes);
        body.filter(text);
        return text.out.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            add(words.getWholeText());
        } else if (node instanceof Element element) {
            if (withoutQuotes && QUOTE_FOLLOWS.matches(body, element)) {
                return FilterResult.STOP;
            }
            if (UNSEEN.matches(body, element) || withoutQuotes && QUOTES.matches(body, element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            begin(element);
        }
        return FilterResult.CONTINUE;
    }

    private void begin(Element element) {
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

    @Override
    public FilterResult tail(Node node, int depth) {
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
        return FilterResult.CONTINUE;
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
