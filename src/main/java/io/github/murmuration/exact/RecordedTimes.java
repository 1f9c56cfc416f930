package io.github.murmuration.exact;

import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Parameter;
import io.github.murmuration.scenario.Scenario;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Times in the units of a model at which what is known about it is computed: equal steps, and where parameters have kinks. */
final class RecordedTimes {
    /** Steps of a smooth curve. */
    static final int MANY = 64;
    /** Of a law for each of many marks. */
    static final int FEW = 32;

    /** A kink nearer than this share of a step to a time is taken to lie there. */
    private static final double NEAR = 1e-6;

    private RecordedTimes() {}

    /** From 0 to the horizon. */
    static double[] of(CustomModel model, int steps) {
        double step = model.horizon() / steps;
        double[] kinks = model.parameters().values().stream()
                .flatMapToDouble(RecordedTimes::kinks)
                .filter(t -> t > 0 && t < model.horizon())
                .toArray();
        DoubleStream equal = IntStream.rangeClosed(0, steps)
                .mapToDouble(k -> k == steps ? model.horizon() : k * step)
                .filter(t -> t == 0
                        || t == model.horizon()
                        || DoubleStream.of(kinks).noneMatch(kink -> Math.abs(t - kink) < NEAR * step));
        return DoubleStream.concat(equal, DoubleStream.of(kinks))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Those of a run, at the steps that it records. */
    static double[] of(CustomModel model, Scenario scenario) {
        int every = scenario.output().momentsEvery();
        int steps = scenario.time().steps();
        return IntStream.rangeClosed(0, (steps - 1) / every + 1)
                .mapToDouble(k -> model.horizon() * Math.min(steps, (double) k * every) / steps)
                .toArray();
    }

    private static DoubleStream kinks(Parameter parameter) {
        if (parameter instanceof Parameter.Ramp ramp) {
            return ramp.times().stream().mapToDouble(Double::doubleValue);
        }
        return parameter instanceof Parameter.Steps steps
                ? steps.times().stream().mapToDouble(Double::doubleValue)
                : DoubleStream.empty();
    }
}
