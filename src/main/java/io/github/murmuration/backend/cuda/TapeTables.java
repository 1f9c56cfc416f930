package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Evaluator;
import io.github.murmuration.ensemble.PopulationMoment;
import io.github.murmuration.ensemble.TapedStep;
import java.util.stream.IntStream;

/**
 * What kernels read of a model that is a tape, all of which is empty for others.
 *
 * @param step tape of an agent
 * @param start where an agent starts, and its features there
 * @param replica what a replica has in common
 * @param zeros reference of starts whose features are not asked for [channels]
 * @param averages kernels/averages.cuh: Average [m][5], flattened
 */
record TapeTables(
        DeviceTape step,
        DeviceTape start,
        DeviceTape replica,
        MarkWords marks,
        float[] startTimes,
        float[] zeros,
        int[] averages,
        int commonSources,
        int noisePerStep) {

    private static final DeviceTape NO_TAPE = new DeviceTape(new int[0], 0, 0, 0, 0, DeviceTape.NONE);
    private static final TapeTables NOTHING =
            new TapeTables(NO_TAPE, NO_TAPE, NO_TAPE, MarkWords.NONE, new float[0], new float[0], new int[0], 0, 1);

    static TapeTables of(EnsembleSpec spec) {
        return spec.evaluator() instanceof Evaluator.Taped taped ? of(taped.step()) : NOTHING;
    }

    private static TapeTables of(TapedStep step) {
        return new TapeTables(
                DeviceTape.ofStep(step),
                DeviceTape.ofStart(step),
                DeviceTape.ofReplica(step),
                MarkWords.of(step.marks()),
                step.startTimes(),
                new float[step.dimension() + step.features()],
                step.moments().stream().flatMapToInt(TapeTables::average).toArray(),
                step.commonSources(),
                step.noisePerStep());
    }

    private static IntStream average(PopulationMoment moment) {
        return IntStream.of(moment.first(), moment.second(), moment.product(), moment.label(), moment.counted());
    }

    long bytes() {
        long words = (long) startTimes.length + zeros.length + averages.length + marks.length();
        return step.bytes() + start.bytes() + replica.bytes() + Integer.BYTES * words;
    }
}
