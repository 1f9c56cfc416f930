package io.github.murmuration.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tables of a page. What is named HTML is written as it is; every other text is escaped. */
final class HtmlTable {

    private HtmlTable() {}

    /**
     * Of results, in a box of its own that scrolls.
     * @param header as HTML.
     * @param rows as HTML, the first cell a row's name
     */
    static String of(String caption, List<String> header, List<List<String>> rows) {
        return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + Escaped.html(caption)
                + "\"><table>\n<caption>" + Escaped.html(caption) + "</caption>\n<thead><tr>"
                + header.stream().map(HtmlTable::column).collect(Collectors.joining()) + "</tr></thead>\n<tbody>\n"
                + rows.stream().map(HtmlTable::row).collect(Collectors.joining()) + "</tbody></table></div>\n";
    }

    /** A corner without a name is no header. */
    private static String column(String html) {
        return html.isEmpty() ? "<td></td>" : "<th scope=\"col\">" + html + "</th>";
    }

    private static String row(List<String> cells) {
        return "<tr><th scope=\"row\">" + cells.get(0) + "</th>"
                + cells.stream().skip(1).map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining())
                + "</tr>\n";
    }

    /** Facts by name. */
    static String of(Map<String, String> facts) {
        StringBuilder html = new StringBuilder("<table class=\"machine\">\n");
        facts.forEach((key, value) -> html.append("<tr><th scope=\"row\">")
                .append(Escaped.html(key))
                .append("</th><td>")
                .append(Escaped.html(value))
                .append("</td></tr>\n"));
        return html.append("</table>\n").toString();
    }
}
