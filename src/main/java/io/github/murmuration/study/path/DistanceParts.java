package io.github.murmuration.study.path;

import io.github.murmuration.study.Resources;
import io.github.murmuration.study.StudyCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Distances computed in parts of about equal work, each of which is a case that is kept. */
final class DistanceParts {

    private static final int PARTS = 16;

    /**
     * What is kept of a part.
     * @param distances [p][tau][sample]
     */
    record Part(double[][][] distances) {}

    private DistanceParts() {}

    /** Distances of all samples [p][tau][sample]. */
    static double[][][] of(Distances wanted, Resources resources) {
        List<StudyCase<Part>> parts = new ArrayList<>();
        int begun = 0;
        for (int part = 1; part <= PARTS; part++) {
            int first = begun;
            int end = end(wanted, part);
            if (end > first) {
                parts.add(part(wanted, first, end));
            }
            begun = end;
        }
        return joined(resources.all(parts).stream().map(Part::distances).toList());
    }

    private static StudyCase<Part> part(Distances wanted, int first, int end) {
        double work = wanted.evaluations(end) - wanted.evaluations(first);
        return new StudyCase<>(
                "distances-" + first,
                Part.class,
                work,
                given -> new Part(wanted.run(given.backend(), given.threads(), first, end, given.meter())));
    }

    /** The first sample at which so many parts of the work are done. */
    private static int end(Distances wanted, int parts) {
        double work = wanted.evaluations(wanted.count()) * parts / PARTS;
        int low = 0;
        int high = wanted.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (wanted.evaluations(middle) < work) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double[][][] joined(List<double[][][]> parts) {
        double[][][] joined = new double[parts.get(0).length][parts.get(0)[0].length][];
        for (int p = 0; p < joined.length; p++) {
            for (int t = 0; t < joined[p].length; t++) {
                int i = p;
                int j = t;
                joined[p][t] = parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part[i][j]))
                        .toArray();
            }
        }
        return joined;
    }
}
