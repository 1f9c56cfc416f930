package io.github.murmuration.backend.cuda;

import io.github.murmuration.ensemble.MarkTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The laws of marks as kernels/marks.cuh reads them.
 *
 * @param laws MarkLaw [q][4], flattened: kind, K, place of its thresholds, place of its numbers
 */
record MarkWords(int[] laws, int[] thresholds, float[] numbers) {

    static final MarkWords NONE = of(MarkTable.NONE);

    private static final int[] NO_THRESHOLDS = {};

    /** kernels/marks.cuh. */
    enum MarkKind {
        MIXTURE,
        UNIFORM,
        CAUCHY,
        LISTED
    }

    /**
     * A law by itself.
     * @param count K
     */
    private record One(MarkKind kind, int count, int[] thresholds, float[]... numbers) {}

    static MarkWords of(MarkTable table) {
        List<One> laws = table.marks().stream().map(MarkWords::one).toList();
        List<int[]> rows = new ArrayList<>();
        List<int[]> thresholds = new ArrayList<>();
        List<float[]> numbers = new ArrayList<>();
        for (One law : laws) {
            rows.add(new int[] {law.kind.ordinal(), law.count, length(thresholds), size(numbers)});
            thresholds.add(law.thresholds);
            numbers.addAll(List.of(law.numbers));
        }
        return new MarkWords(joined(rows), joined(thresholds), together(numbers));
    }

    /** Numbers of 4 bytes. */
    long length() {
        return (long) laws.length + thresholds.length + numbers.length;
    }

    private static One one(MarkTable.Mark mark) {
        if (mark instanceof MarkTable.Mixture mixture) {
            int count = mixture.means().length;
            return new One(MarkKind.MIXTURE, count, mixture.thresholds(), mixture.means(), mixture.deviations());
        }
        if (mark instanceof MarkTable.Uniform uniform) {
            return pair(MarkKind.UNIFORM, uniform.low(), uniform.width());
        }
        if (mark instanceof MarkTable.Cauchy cauchy) {
            return pair(MarkKind.CAUCHY, cauchy.location(), cauchy.scale());
        }
        float[] values = ((MarkTable.Listed) mark).values();
        return new One(MarkKind.LISTED, values.length, NO_THRESHOLDS, values);
    }

    private static One pair(MarkKind kind, float first, float second) {
        return new One(kind, 2, NO_THRESHOLDS, new float[] {first, second});
    }

    private static int length(List<int[]> parts) {
        return parts.stream().mapToInt(part -> part.length).sum();
    }

    private static int size(List<float[]> parts) {
        return parts.stream().mapToInt(part -> part.length).sum();
    }

    private static int[] joined(List<int[]> parts) {
        return parts.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private static float[] together(List<float[]> parts) {
        float[] all = new float[size(parts)];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
