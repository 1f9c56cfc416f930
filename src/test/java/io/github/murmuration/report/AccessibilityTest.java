package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages can be read without seeing figures, with a keyboard, and with weak eyes: Web Content Accessibility Guidelines 2.2. */
class AccessibilityTest {

    private static List<String> pages;

    @BeforeAll
    static void write() throws IOException {
        pages = List.of(SmallPages.ofRun(), SmallPages.ofStudy());
    }

    static List<String> pages() {
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyImageSaysWhatItShows(String html) {
        List<String> texts = groups(html, "<img [^>]*alt=\"([^\"]*)\"");
        assertEquals(count(html, "<img "), texts.size());
        texts.forEach(text -> assertTrue(text.length() > 40 && !text.contains("null"), text));
        assertEquals(texts.size(), new HashSet<>(texts).size(), "each says something else");
    }

    @Test
    void aFigureSaysItsAxesRangesAndCurves() {
        Figure figure = new StudyFigure("f", "Errors", "", "steps", "error")
                .logarithmic(1e-9)
                .line("fitted", 0, new double[] {10, 1000}, new double[] {0.1, 0.001})
                .figure();
        assertEquals("Errors. error from 0.001 to 0.1 against steps from 10 to 1000; fitted.", figure.words());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void tablesHaveCaptionsAndHeadersWithScope(String html) {
        List<String> tables = groups(html, "(?s)<div class=\"scroll\"[^>]*tabindex=\"0\"[^>]*>(<table>.*?</table>)");
        assertTrue(!tables.isEmpty());
        for (String table : tables) {
            assertEquals(1, count(table, "<caption>[^<]+</caption>"), table);
            assertEquals(count(table, "<th[ >]"), count(table, "<th scope=\"(col|row)\">"), table);
            assertEquals(count(table, "<tr>") - 1, count(table, "<th scope=\"row\">"), table);
        }
        assertEquals(tables.size() + 1, count(html, "<table"), "the other one is where it ran");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void headingsFollowEachOtherAndIdentifiersAreUnique(String html) {
        assertEquals(1, count(html, "<h1>"));
        assertTrue(html.contains("<html lang=\"en\">") && html.contains("<main>"));
        List<String> identifiers = groups(html, "<[a-z]+ id=\"([^\"]+)\"");
        assertEquals(identifiers.size(), new HashSet<>(identifiers).size());
    }

    /** 4.5 for text (criterion 1.4.3), on each of its grounds, light and dark. */
    @Test
    void textStandsOut() throws Exception {
        for (Map<String, Color> colours : themes()) {
            for (String text : List.of("ink", "soft", "link")) {
                assertContrast(4.5, colours.get(text), colours.get("ground"), text);
            }
            assertContrast(4.5, colours.get("ink"), colours.get("shade"), "ink");
            assertContrast(4.5, colours.get("ink"), colours.get("warning"), "ink");
            assertContrast(3, colours.get("mark"), colours.get("ground"), "mark");
        }
    }

    /** 3 for what is drawn (criterion 1.4.11); on a dark page through the filter of the style sheet. */
    @Test
    void curvesStandOut() throws Exception {
        Color dark = themes().get(1).get("ground");
        assertTrue(style().contains("filter: invert(.9) hue-rotate(180deg)"));
        Set<Color> colours = new HashSet<>(Set.of(Theme.INK, Theme.GREY));
        IntStream.range(0, 6).forEach(i -> colours.add(Palette.series(i)));
        assertEquals(8, colours.size());
        for (Color colour : colours) {
            assertContrast(3, colour, Color.WHITE, "on a light page");
            assertContrast(3, filtered(colour), dark, "on a dark page");
        }
        assertContrast(1, filtered(Color.WHITE), dark, "");
        assertFalse(contrast(filtered(Color.WHITE), dark) > 1.02, "figures have the ground of the page");
    }

    /** invert(0.9), then hue-rotate(180 degrees): Filter Effects Module, section 6. */
    private static Color filtered(Color colour) {
        double[] c = {colour.getRed(), colour.getGreen(), colour.getBlue()};
        for (int i = 0; i < 3; i++) {
            c[i] = 0.9 - 0.8 * c[i] / 255;
        }
        double[][] rotation = {
            {0.213 - 0.787, 0.715 + 0.715, 0.072 + 0.072},
            {0.213 + 0.213, 0.715 - 0.285, 0.072 + 0.072},
            {0.213 + 0.213, 0.715 + 0.715, 0.072 - 0.928}
        };
        float[] turned = new float[3];
        for (int i = 0; i < 3; i++) {
            double sum = rotation[i][0] * c[0] + rotation[i][1] * c[1] + rotation[i][2] * c[2];
            turned[i] = (float) Math.min(1, Math.max(0, sum));
        }
        return new Color(turned[0], turned[1], turned[2]);
    }

    private static void assertContrast(double least, Color colour, Color ground, String what) {
        double contrast = contrast(colour, ground);
        assertTrue(contrast >= least, what + ": " + colour + " on " + ground + " has " + contrast);
    }

    private static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** The variables of the style sheet: light, then dark. */
    private static List<Map<String, Color>> themes() throws Exception {
        return groups(style(), "(?s):root \\{(.*?)\\}").stream()
                .map(block -> {
                    Map<String, Color> colours = new HashMap<>();
                    Pattern.compile("--([a-z]+): (#[0-9a-f]{6})")
                            .matcher(block)
                            .results()
                            .forEach(match -> colours.put(match.group(1), Color.decode(match.group(2))));
                    return colours;
                })
                .toList();
    }

    private static String style() throws Exception {
        try (InputStream in = AccessibilityTest.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> groups(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
