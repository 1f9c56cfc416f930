package io.github.murmuration.report;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Curves that a browser draws, so that a reader can read off values, zoom and hide curves; {@code charts.js} reads it. */
record Chart(String title, Side across, Side upwards, List<Trace> traces) {

    /**
     * An axis.
     * @param range of base-10 logarithms where it is logarithmic.
     * @param whole labelled at whole numbers only
     * @param names in place of the numbers 0, 1, ...; none where numbers are shown
     */
    record Side(String title, Range range, boolean logarithmic, boolean whole, List<String> names) {

        private Map<String, Object> tree() {
            return Map.of(
                    "title",
                    title,
                    "low",
                    range.low(),
                    "high",
                    range.high(),
                    "logarithmic",
                    logarithmic,
                    "whole",
                    whole,
                    "names",
                    names);
        }

        /** Rounded to a hundred-thousandth of the axis or less; the lower end for what lies below all numbers. */
        private BigDecimal shown(double value) {
            double span = range.high() > range.low() ? range.high() - range.low() : 1;
            int decimals = 5 - (int) Math.floor(Math.log10(span));
            double finite = Math.max(value, range.low() - span);
            return new BigDecimal(finite)
                    .setScale(decimals, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros();
        }
    }

    Chart titled(String heading) {
        return new Chart(heading, across, upwards, traces);
    }

    /** How many points its curves have together. */
    int size() {
        return traces.stream().mapToInt(trace -> trace.points().x().length).sum();
    }

    /**
     * Maps, lists and numbers.
     * @param share of the points of every line that is kept
     */
    Map<String, Object> tree(double share) {
        List<double[]> distinct = new ArrayList<>();
        List<Map<String, Object>> series = new ArrayList<>();
        for (Trace trace : traces) {
            Curve points = trace.points();
            boolean thinned = share < 1 && trace instanceof Trace.Line;
            Curve kept = thinned ? points.thin((int) Math.max(2, share * points.x().length)) : points;
            series.add(series(trace, kept, index(distinct, kept.x())));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("title", title);
        tree.put("across", across.tree());
        tree.put("upwards", upwards.tree());
        tree.put("x", distinct.stream().map(x -> shown(across, x)).toList());
        tree.put("series", series);
        return tree;
    }

    private Map<String, Object> series(Trace trace, Curve kept, int x) {
        Map<String, Object> series = new LinkedHashMap<>(trace.style());
        series.put("name", trace.name());
        series.put("colour", css(trace.colour()));
        series.put("x", x);
        series.put("y", shown(upwards, kept.y()));
        return series;
    }

    /** Of equal abscissae, which many curves share; added where they are new. */
    private static int index(List<double[]> distinct, double[] x) {
        for (int i = 0; i < distinct.size(); i++) {
            if (Arrays.equals(distinct.get(i), x)) {
                return i;
            }
        }
        distinct.add(x);
        return distinct.size() - 1;
    }

    /** Breaks are null. */
    private static List<BigDecimal> shown(Side side, double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> Double.isNaN(value) ? null : side.shown(value))
                .collect(Collectors.toList());
    }

    private static String css(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xFFFFFF);
    }
}
