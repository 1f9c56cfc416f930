package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.PairedSurvey;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import jcuda.Pointer;

/** What is asked of agents and their copies, made where they are: kernels/paired_survey.cuh. Sums of replicas are all that leaves the device. */
final class PairedSurveys {

    private final EnsembleSpec spec;
    private final Context context;
    private final MemoryPlan plan;
    private final DeviceArrays arrays;
    private final LaunchShape shape;
    private final Room room;

    PairedSurveys(MemoryPlan plan, Context context, DeviceArrays arrays, LaunchShape shape, Room room) {
        this.spec = plan.spec();
        this.context = context;
        this.plan = plan;
        this.arrays = arrays;
        this.shape = shape;
        this.room = room;
    }

    /**
     * Asks agents under a guidance and copies under another.
     *
     * @return sums [replica][PairedSurvey]
     * @throws DeviceBuffer.OutOfMemory the device has no room for the answer
     */
    double[][] take(int guidance, int other, PairedSurvey survey) {
        int replicas = plan.tiling().replicas();
        int size = survey.size();
        double[] numbers = numbers(survey);
        double[] all = new double[Math.multiplyExact(replicas, size)];
        long sumsAt = (long) numbers.length * Double.BYTES;
        DeviceBuffer at = room.of(sumsAt + (long) all.length * Double.BYTES);
        at.put(0, Pointer.to(numbers), sumsAt);
        context.launch("survey_pairs", shape.forBlocks(all.length), parameters(guidance, other, survey, at, sumsAt));
        context.finish();
        at.get(sumsAt, Pointer.to(all), (long) all.length * Double.BYTES);
        return IntStream.range(0, replicas)
                .mapToObj(r -> Arrays.copyOfRange(all, r * size, (r + 1) * size))
                .toArray(double[][]::new);
    }

    /** [D][4]: coordinate, turn, whether the sine, expected. */
    private static double[] numbers(PairedSurvey survey) {
        return IntStream.range(0, survey.measured().size())
                .mapToObj(m -> {
                    PairedSurvey.Measured each = survey.measured().get(m);
                    return DoubleStream.of(each.coordinate(), each.turn(), each.sine() ? 1 : 0, survey.expected()[m]);
                })
                .flatMapToDouble(numbers -> numbers)
                .toArray();
    }

    /** kernels/paired_survey.cuh: PairedSurvey. */
    private Parameters parameters(int guidance, int other, PairedSurvey survey, DeviceBuffer at, long sumsAt) {
        return new Parameters()
                .add(states(guidance))
                .add(states(other))
                .add(energies(guidance))
                .add(energies(other))
                .add(at)
                .add(at.address() + sumsAt)
                .add(plan.padded())
                .add(plan)
                .add(survey.measured().size())
                .add(survey.energies() ? 2 : 0);
    }

    private long states(int guidance) {
        return arrays.states.address() + guidance * spec.dimension() * plan.padded() * Float.BYTES;
    }

    private long energies(int guidance) {
        return spec.agentEnergies() ? arrays.energies.address() + guidance * plan.padded() * Float.BYTES : 0;
    }
}
