package io.github.murmuration.ensemble;

import io.github.murmuration.arithmetic.NarrowMath;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import java.util.List;

/** The laws of marks, the constants that agents are drawn with, in float32. A mark has noise of its own: a normal and a word. */
public record MarkTable(List<Mark> marks) {

    public static final MarkTable NONE = new MarkTable(List.of());

    /**
     * Noise of mark q of the agents of a column, see {@link Noise}.
     *
     * @param words overwritten [Noise.ROWS]
     * @param normals overwritten [Noise.ROWS]
     */
    public static void noise(long seed, long column, int q, int[] words, float[] normals) {
        Noise.normals(seed, Stream.MARK, column, 0, 2 * q, words, normals);
        Noise.words(seed, Stream.MARK, column, 0, 2 * q + 1, words);
    }

    public int count() {
        return marks.size();
    }

    /** The law of one mark. */
    public sealed interface Mark {
        /**
         * Its value.
         * @param agent number, among all.
         * @param word of noise.
         * @param normal standard
         */
        float value(long agent, int word, float normal);
    }

    /**
     * m_k + s_k xi, k the number of thresholds not above the word.
     * @param thresholds cumulated weights times 2^32, unsigned
     */
    public record Mixture(int[] thresholds, float[] means, float[] deviations) implements Mark {
        @Override
        public float value(long agent, int word, float normal) {
            int k = 0;
            while (k < thresholds.length && Integer.compareUnsigned(word, thresholds[k]) >= 0) {
                k++;
            }
            return Math.fma(deviations[k], normal, means[k]);
        }
    }

    /** low + width u, u = (floor(w / 2^9) + 1/2) / 2^23. */
    public record Uniform(float low, float width) implements Mark {
        @Override
        public float value(long agent, int word, float normal) {
            return Math.fma(width, uniform(word), low);
        }
    }

    /** location + scale tan(pi (u - 1/2)). */
    public record Cauchy(float location, float scale) implements Mark {
        @Override
        public float value(long agent, int word, float normal) {
            float quarterTurns = 2 * (uniform(word) - 0.5f);
            return Math.fma(scale, tangent(quarterTurns), location);
        }

        /** Of x quarter turns, {@code |x| < 1}. */
        private static float tangent(float x) {
            if (Math.abs(x) <= 0.5f) {
                return NarrowMath.sinQuarterTurns(x) / NarrowMath.cosQuarterTurns(x);
            }
            float rest = 1 - Math.abs(x);
            return Math.copySign(NarrowMath.cosQuarterTurns(rest) / NarrowMath.sinQuarterTurns(rest), x);
        }
    }

    /** Values that agents have in turn. */
    public record Listed(float[] values) implements Mark {
        @Override
        public float value(long agent, int word, float normal) {
            return values[(int) (agent % values.length)];
        }
    }

    private static float uniform(int word) {
        return Math.fma((float) (word >>> 9), 0x1p-23f, 0x1p-24f);
    }
}
