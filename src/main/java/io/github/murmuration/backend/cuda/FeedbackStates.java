package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Feedback;
import java.util.Arrays;
import jcuda.Pointer;

/** The states of ensemble.Feedback on the device [replica][state]; empty where nothing is fed. */
final class FeedbackStates {

    private final EnsembleSpec spec;
    private final DeviceArrays arrays;
    private final int replicas;
    private final int size;

    FeedbackStates(EnsembleSpec spec, DeviceArrays arrays) {
        this.spec = spec;
        this.arrays = arrays;
        this.replicas = spec.tiling().replicas();
        this.size = spec.fed() ? FeedTable.of(spec).stateSize() : 0;
    }

    /**
     * Takes the means of the starts.
     * @param reference that the sums are about.
     * @param sums [replica][SumLayout].
     * @param counts agents of each label [replica][L]
     */
    void start(float[] reference, double[] sums, long[][] counts) {
        Feedback feedback =
                new Feedback(spec.feeds(), spec.evaluator(), spec.sums(), spec.tiling(), 0, replicas, spec.seed());
        feedback.reference(reference);
        feedback.counts(counts);
        for (int r = 0; r < replicas; r++) {
            for (int g = 0; g < spec.guidances(); g++) {
                feedback.take(r, g, sums, r * spec.sums().size());
            }
        }
        write(feedback.state());
    }

    double[][] read() {
        double[] all = new double[replicas * size];
        if (size > 0) {
            arrays.feedback.get(0, Pointer.to(all), (long) all.length * Double.BYTES);
        }
        double[][] states = new double[replicas][];
        for (int r = 0; r < replicas; r++) {
            states[r] = Arrays.copyOfRange(all, r * size, (r + 1) * size);
        }
        return states;
    }

    void write(double[][] states) {
        if (size > 0) {
            double[] all = Arrays.stream(states).flatMapToDouble(Arrays::stream).toArray();
            arrays.feedback.put(0, Pointer.to(all), (long) all.length * Double.BYTES);
        }
    }
}
