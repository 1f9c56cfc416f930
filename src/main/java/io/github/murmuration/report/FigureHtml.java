package io.github.murmuration.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * A figure in a page: an image, and under it the numbers of its curves, from which a script draws charts in its place. Figures without
 * curves have a second image for narrow pages.
 */
final class FigureHtml {

    /** Points of a figure's curves that a page holds, about: beyond it every n-th is left out. */
    private static final double MOST_POINTS = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private FigureHtml() {}

    static String of(int number, FigureFiles files) {
        Figure figure = files.figure();
        List<Chart> charts = figure.charts();
        return "<figure id=\"" + figure.name() + "\">\n"
                + (charts.isEmpty()
                        ? frame(files)
                        : "<div class=\"frame curves\">" + image(files) + "</div>\n" + data(charts))
                + "<figcaption><strong>Figure " + number + ". " + Escaped.html(figure.title()) + ".</strong> "
                + Escaped.html(figure.caption()) + "</figcaption>\n</figure>\n";
    }

    private static String frame(FigureFiles files) {
        return "<div class=\"frame\"><picture><source media=\"(max-width: 40rem)\" srcset=\"" + files.narrow() + "\">"
                + image(files) + "</picture></div>\n";
    }

    /** As an image of its own rather than inline, because the identifiers inside two inline figures would collide. */
    private static String image(FigureFiles files) {
        Figure figure = files.figure();
        return "<img src=\"" + files.image() + "\" width=\"" + figure.width() + "\" height=\"" + figure.height()
                + "\" alt=\"" + Escaped.html(figure.words()) + "\">";
    }

    private static String data(List<Chart> charts) {
        double share = MOST_POINTS / charts.stream().mapToInt(Chart::size).sum();
        try {
            return Page.chart(JSON.writeValueAsString(
                    charts.stream().map(chart -> chart.tree(share)).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of maps, lists and numbers is JSON", e);
        }
    }
}
