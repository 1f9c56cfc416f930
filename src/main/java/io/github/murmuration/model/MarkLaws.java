package io.github.murmuration.model;

import io.github.murmuration.ensemble.MarkTable;
import io.github.murmuration.ensemble.StartTable;
import io.github.murmuration.scenario.Mark;
import java.util.List;

/** Laws of marks in float32, ready for sampling. */
final class MarkLaws {

    private MarkLaws() {}

    static MarkTable.Mark of(Mark mark) {
        if (mark instanceof Mark.Gaussian gaussian) {
            return new MarkTable.Mixture(
                    new int[0], new float[] {(float) gaussian.mean()}, new float[] {(float) gaussian.standardDeviation()
                    });
        }
        if (mark instanceof Mark.Mixture mixture) {
            return new MarkTable.Mixture(
                    StartTable.thresholds(mixture.weights().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray()),
                    floats(mixture.means()),
                    floats(mixture.standardDeviations()));
        }
        if (mark instanceof Mark.Uniform uniform) {
            return new MarkTable.Uniform((float) uniform.low(), (float) (uniform.high() - uniform.low()));
        }
        if (mark instanceof Mark.Cauchy cauchy) {
            return new MarkTable.Cauchy((float) cauchy.location(), (float) cauchy.scale());
        }
        return new MarkTable.Listed(floats(((Mark.Samples) mark).values()));
    }

    private static float[] floats(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return floats;
    }
}
