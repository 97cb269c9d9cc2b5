package dev.beforehand.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** A table in plain text: one line a row, its columns padded to stand below each other. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<Cell>> rows;
    private final int[] widths;

    private record Cell(String text, int column, int span, boolean right) {}

    private TextTable(Element table) {
        this.rows = table.getElementsByTag("tr").stream().map(TextTable::cells).toList();
        this.widths = IntStream.range(0, columns()).map(this::width).toArray();
    }

    static String of(Element table) {
        var text = new TextTable(table);
        var lines = text.rows.stream().map(text::line).toList();
        return String.join("\n", lines);
    }

    private static List<Cell> cells(Element row) {
        var cells = new ArrayList<Cell>();
        int column = 0;
        for (var element : row.children()) {
            int span = element.hasAttr("colspan") ? span(element) : 1;
            cells.add(
                    new Cell(text(element), column, span, element.attr("align").equals("right")));
            column += span;
        }
        return cells;
    }

    private static int span(Element cell) {
        return Math.max(1, Integer.parseInt("0" + cell.attr("colspan").replaceAll("\\D", "")));
    }

    private static String text(Element cell) {
        if (cell.getElementsByTag("br").isEmpty()) {
            return PlainText.inOneLine(cell.text()).strip();
        }
        var copy = cell.clone();
        copy.getElementsByTag("br").forEach(br -> br.replaceWith(new TextNode(", ")));
        return PlainText.inOneLine(copy.text()).replace(" ,", ",").strip();
    }

    private int columns() {
        return rows.stream()
                .flatMap(List::stream)
                .mapToInt(cell -> cell.column() + cell.span())
                .max()
                .orElse(0);
    }

    private int width(int column) {
        return rows.stream()
                .flatMap(List::stream)
                .filter(cell -> cell.column() == column && cell.span() == 1)
                .mapToInt(cell -> cell.text().length())
                .max()
                .orElse(0);
    }

    private String line(List<Cell> row) {
        var line = new StringBuilder();
        for (var cell : row) {
            line.append(line.isEmpty() ? "" : GAP).append(padded(cell));
        }
        return line.toString().stripTrailing();
    }

    private String padded(Cell cell) {
        int width = IntStream.range(cell.column(), cell.column() + cell.span())
                        .map(column -> widths[column])
                        .sum()
                + GAP.length() * (cell.span() - 1);
        var space = " ".repeat(Math.max(0, width - cell.text().length()));
        return cell.right() ? space + cell.text() : cell.text() + space;
    }
}
