package io.github.murmuration.diffusion;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.CloudNoise;
import io.github.murmuration.cloud.ExchangeableGaussian;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.rng.Stream;
import java.util.ArrayList;
import java.util.List;

/**
 * Few points at much noise, more at less: at every level u every point becomes b copies, each is noised by the forward process from u to
 * (1 + delta) u, and the reverse process goes on from there. The law of one point is exact; copies of one point stay correlated by what the
 * noise leaves of it.
 *
 * @param copies b
 * @param widening delta > 0
 * @param levels u at which points are copied, falling
 */
public record Branching(int copies, double widening, double[] levels) {

    /** As many levels as are asked for, from the first to the last, evenly spaced in the square root of u. */
    public static Branching between(int copies, double widening, double first, double last, int times) {
        double[] levels = new double[times];
        for (int m = 0; m < times; m++) {
            double share = times == 1 ? 0 : m / (times - 1.0);
            double root = (1 - share) * Math.sqrt(first) + share * Math.sqrt(last);
            levels[m] = root * root;
        }
        return new Branching(copies, widening, levels);
    }

    /** N_0 b^m. */
    public long points(int start) {
        return start * (long) Math.pow(copies, levels.length);
    }

    /** The parts of a clock between levels: part m begins where copies were noised to after level m - 1. */
    public List<Clock> parts(Clock clock) {
        List<Clock> parts = new ArrayList<>();
        double from = clock.from();
        for (double level : levels) {
            parts.add(clock.part(from, level));
            from = widened(level);
        }
        parts.add(clock.part(from, clock.to()));
        return parts;
    }

    /**
     * Points times steps.
     * @param start N_0
     */
    public long pointSteps(Clock clock, int start) {
        long sum = 0;
        long points = start;
        for (Clock part : parts(clock)) {
            sum += points * part.steps();
            points *= copies;
        }
        return sum;
    }

    /**
     * Clouds of N_0 b^m points.
     * @param starts clouds of N_0 points at the beginning of the clock
     */
    public List<Cloud> run(Reversal reversal, Diffusion diffusion, Clock clock, List<Cloud> starts, long seed) {
        List<Clock> parts = parts(clock);
        List<Cloud> clouds = starts;
        for (int m = 0; m < parts.size(); m++) {
            clouds = reversal.run(parts.get(m), clouds, Seeds.of(seed, m, 0));
            if (m < levels.length) {
                clouds = branched(diffusion, levels[m], clouds, Seeds.of(seed, m, 1));
            }
        }
        return clouds;
    }

    /**
     * Moments of the clouds that {@link #run} ends with by the score of a law.
     * @param starts moments of clouds of N_0 points.
     * @param start N_0
     */
    public ExchangeableMoments moments(
            ExchangeableMoments starts, ExchangeableGaussian law, Diffusion diffusion, Clock clock, int start) {
        List<Clock> parts = parts(clock);
        ExchangeableMoments moments = starts;
        long points = start;
        for (int m = 0; m < parts.size(); m++) {
            moments = moments.reversed(law, diffusion, parts.get(m), points);
            if (m < levels.length) {
                moments = moments.branched(points, copies, diffusion, levels[m], widened(levels[m]));
                points *= copies;
            }
        }
        return moments;
    }

    private double widened(double level) {
        return (1 + widening) * level;
    }

    private List<Cloud> branched(Diffusion diffusion, double level, List<Cloud> clouds, long seed) {
        double kept = diffusion.scale(level, widened(level));
        double deviation = Math.sqrt(diffusion.variance(level, widened(level)));
        List<Cloud> branched = new ArrayList<>();
        for (int r = 0; r < clouds.size(); r++) {
            Cloud cloud = clouds.get(r);
            int n = cloud.size() * copies;
            float[][] normals = new CloudNoise(Stream.BRANCH, seed, r).normals(n, cloud.dimension());
            double[][] points = new double[n][cloud.dimension()];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < points[i].length; j++) {
                    points[i][j] = kept * cloud.points()[i / copies][j] + deviation * normals[i][j];
                }
            }
            branched.add(new Cloud(points));
        }
        return branched;
    }
}
