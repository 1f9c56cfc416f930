package io.github.murmuration.report;

import io.github.murmuration.cloud.Cloud;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Clouds in rows, such as generated ones above held-out ones, all on the same scale: histograms on the line, points in the plane, points
 * shaded by their distance in space. It is drawn when it is asked for, not before.
 */
public final class CloudFigure {

    private static final int MOST_COLUMNS = 4;
    private static final int WIDTH = 760;
    private static final int WIDEST_PANEL = 380;
    private static final int HEADING = 16;
    private static final int BINS = 40;
    private static final double WIDER = 1.06;

    private record Row(String label, List<Cloud> clouds) {}

    private final String name;
    private final String title;
    private final String caption;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param name of its files, without ending
     * @param caption what is seen; plain text, to which the scale is added
     */
    public CloudFigure(String name, String title, String caption) {
        this.name = name;
        this.title = title;
        this.caption = caption;
    }

    /** @param clouds at least one, of one dimension in all rows; the first four are shown, or as many as the shortest row has */
    public CloudFigure row(String label, List<Cloud> clouds) {
        rows.add(new Row(label, clouds));
        return this;
    }

    Figure figure() {
        return clouds().findFirst().orElseThrow().dimension() == 1 ? histograms() : views();
    }

    private Figure views() {
        List<CloudView> views = clouds().map(CloudView::of).toList();
        Range[] ranges = new Range[2];
        Arrays.setAll(ranges, j -> CloudView.range(views.stream(), j));
        double[] middle = Arrays.stream(ranges)
                .mapToDouble(range -> (range.low() + range.high()) / 2)
                .toArray();
        double widest = Arrays.stream(ranges)
                .mapToDouble(range -> range.high() - range.low())
                .max()
                .orElseThrow();
        double span = widest > 0 ? WIDER * widest : 1;
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            int row = i / columns();
            panels.add(new TitledPanel(
                    rows.get(row).label(), new CloudPanel(views.get(i), middle, span, Palette.series(row))));
        }
        return figure(panels, "Every frame is " + shown(span) + " units wide and high.");
    }

    private Figure histograms() {
        Range range = Range.of(clouds().flatMapToDouble(CloudFigure::values));
        List<double[]> shares = clouds().map(cloud -> shares(cloud, range)).toList();
        double highest = shares.stream().flatMapToDouble(Arrays::stream).max().orElseThrow();
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            int row = i / columns();
            panels.add(new TitledPanel(
                    rows.get(row).label(), new CloudHistogramPanel(shares.get(i), highest, Palette.series(row))));
        }
        String scale = "Every frame is from " + shown(range.low()) + " to " + shown(range.high())
                + ", and as high as a share of " + shown(highest) + " of the points in one of " + BINS + " bins.";
        return figure(panels, scale);
    }

    private Figure figure(List<Panel> panels, String scale) {
        int width = Math.min(WIDTH / columns(), WIDEST_PANEL);
        return new Figure(
                name, title, caption + " " + scale, Legend.empty(), panels, columns(), width, width + HEADING);
    }

    private int columns() {
        return rows.stream()
                .mapToInt(row -> Math.min(row.clouds().size(), MOST_COLUMNS))
                .min()
                .orElseThrow();
    }

    private Stream<Cloud> clouds() {
        return rows.stream().flatMap(row -> row.clouds().stream().limit(columns()));
    }

    private static DoubleStream values(Cloud cloud) {
        return Arrays.stream(cloud.points()).mapToDouble(point -> point[0]);
    }

    private static double[] shares(Cloud cloud, Range range) {
        double[] shares = new double[BINS];
        double width = (range.high() - range.low()) / BINS;
        values(cloud).filter(Double::isFinite).forEach(x -> {
            int bin = width > 0 ? (int) ((x - range.low()) / width) : 0;
            shares[Math.min(bin, BINS - 1)] += 1.0 / cloud.size();
        });
        return shares;
    }

    private static String shown(double value) {
        return Numbers.significant(value, 3).replace('-', '\u2212');
    }
}
