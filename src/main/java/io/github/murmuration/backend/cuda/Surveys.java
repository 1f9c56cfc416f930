package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.ensemble.Survey;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jcuda.Pointer;

/** What is asked of all agents, made where they are: kernels/survey.cuh. Sums of blocks and counts are all that leaves the device. */
final class Surveys {

    private final EnsembleSpec spec;
    private final Context context;
    private final MemoryPlan plan;
    private final DeviceArrays arrays;
    private final Starts starts;
    private final LaunchShape shape;
    private final Room room;

    Surveys(MemoryPlan plan, Context context, DeviceArrays arrays, Starts starts, LaunchShape shape, Room room) {
        this.spec = plan.spec();
        this.context = context;
        this.plan = plan;
        this.arrays = arrays;
        this.starts = starts;
        this.shape = shape;
        this.room = room;
    }

    /**
     * Where things lie in the room: numbers of the survey, sums, counts, labels.
     *
     * @param sums of all blocks
     * @param counts of all coordinates
     * @param labels of all agents, where there are several
     */
    private record Places(double[] numbers, int sums, int counts, long labels) {

        long sumsAt() {
            return (long) numbers.length * Double.BYTES;
        }

        long countsAt() {
            return sumsAt() + (long) sums * Double.BYTES;
        }

        long labelsAt() {
            return countsAt() + (long) counts * Long.BYTES;
        }

        long bytes() {
            return labelsAt() + labels;
        }
    }

    /**
     * Asks blocks from, ..., to - 1 of those that are here.
     *
     * @param counts added to
     * @return sums [block][Survey]
     * @throws DeviceBuffer.OutOfMemory the device has no room for the answer
     */
    double[][] take(int guidance, int from, int to, Survey survey, long[][] counts) {
        Places places = places(to - from, survey);
        DeviceBuffer at = room.of(places.bytes());
        at.put(0, Pointer.to(places.numbers), places.sumsAt());
        at.put(places.countsAt(), Pointer.to(new long[places.counts]), (long) places.counts * Long.BYTES);
        if (places.labels > 0) {
            long first = plan.tiling().firstTile(from);
            long tiles = Math.min(plan.tiles() - first, places.labels / Noise.TILE);
            starts.tell(at.address() + places.labelsAt(), first, tiles);
        }
        Parameters parameters = parameters(guidance, from, to, survey, places, at.address());
        context.launch("survey_sums", shape.forBlocks(places.sums), parameters);
        if (places.counts > 0) {
            context.launch("survey_counts", shape.forBlocks((long) (to - from) * counts.length), parameters);
        }
        context.finish();
        addTo(counts, places, at);
        return sums(to - from, places, at);
    }

    private Places places(int blocks, Survey survey) {
        double[] ends = survey.ends().stream()
                .flatMapToDouble(end -> DoubleStream.of(end.coordinate(), end.at(), end.low() ? 1 : 0))
                .toArray();
        double[] numbers = Stream.of(survey.about(), ends, survey.low(), survey.width())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        long labels = survey.labels() > 1 ? (long) blocks * Tiling.BLOCK : 0;
        int counted = Math.multiplyExact(survey.low().length, survey.bins());
        return new Places(numbers, Math.multiplyExact(blocks, survey.size()), counted, labels);
    }

    /** kernels/survey.cuh: Survey. */
    private Parameters parameters(int guidance, int from, int to, Survey survey, Places places, long at) {
        Tiling tiling = plan.tiling();
        long first = tiling.firstTile(from) * Noise.TILE;
        long before = (long) (from % tiling.blocksPerReplica()) * Tiling.BLOCK;
        long ends = at + (long) survey.about().length * Double.BYTES;
        long low = ends + 3L * survey.ends().size() * Double.BYTES;
        long width = low + (long) survey.low().length * Double.BYTES;
        long states = (long) guidance * spec.dimension() * plan.padded() + first;
        long energies = guidance * plan.padded() + first;
        return new Parameters()
                .add(arrays.states.address() + states * Float.BYTES)
                .add(spec.agentEnergies() ? arrays.energies.address() + energies * Float.BYTES : 0)
                .add(places.labels > 0 ? at + places.labelsAt() : 0)
                .add(at)
                .add(ends)
                .add(low)
                .add(width)
                .add(at + places.sumsAt())
                .add(at + places.countsAt())
                .add(plan.padded())
                .add(Math.min(tiling.agents() - before, (long) (to - from) * Tiling.BLOCK))
                .add((long) (to - from))
                .add(survey.about().length)
                .add(survey.labels())
                .add(survey.ends().size())
                .add(survey.low().length)
                .add(survey.bins());
    }

    private void addTo(long[][] counts, Places places, DeviceBuffer at) {
        long[] found = new long[places.counts];
        if (found.length > 0) {
            at.get(places.countsAt(), Pointer.to(found), (long) found.length * Long.BYTES);
        }
        for (int i = 0; i < found.length; i++) {
            int bins = found.length / counts.length;
            counts[i / bins][i % bins] += found[i];
        }
    }

    /** [block][Survey]. */
    private double[][] sums(int blocks, Places places, DeviceBuffer at) {
        double[] all = new double[places.sums];
        at.get(places.sumsAt(), Pointer.to(all), (long) all.length * Double.BYTES);
        int size = all.length / blocks;
        return IntStream.range(0, blocks)
                .mapToObj(b -> Arrays.copyOfRange(all, b * size, (b + 1) * size))
                .toArray(double[][]::new);
    }
}
