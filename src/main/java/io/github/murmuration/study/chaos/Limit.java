package io.github.murmuration.study.chaos;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.ensemble.TapedStep;
import io.github.murmuration.model.WrittenModel.Circle;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.schedule.Schedule;
import io.github.murmuration.schedule.TimeGrid;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaMoments;
import io.github.murmuration.sim.ReplicaObserver;
import io.github.murmuration.sim.ReplicaRun;
import io.github.murmuration.study.Resources;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What infinitely many agents do, as the chain of Euler-Maruyama steps that a simulation takes: its difference from a population then
 * vanishes with N at any step. The centre of a linear-quadratic regulator is the mean of that chain, and so is that of a guided bridge to
 * one Gaussian; to other targets the chain's mean departs from it at first order in the step.
 *
 * @param taken of the limit's means at the beginning of every step, as of a population's [n+1][ensemble.Means]
 * @param end law of an agent's only coordinate at the end, where it is known
 */
record Limit(double[][] taken, Optional<PointLaw> end) {

    /** Which of the seeds of a scenario the population that stands for infinitely many has. */
    private static final int REFERENCE = Integer.MAX_VALUE;

    /** Points per standard deviation of the narrowest component of a target. */
    private static final double FINE = 0.02;

    /** Agents of a population that stands for infinitely many, for each agent of the largest that is compared with it. */
    static final int AGENTS_PER_AGENT = 10;

    /**
     * Where it can be computed; other models take a large population for it.
     * @param problem with one schedule, that of a population.
     */
    static Optional<Limit> known(Problem problem) {
        return problem.scenario().dynamics().match(new Known(problem));
    }

    private record Known(Problem problem) implements Dynamics.Cases<Optional<Limit>> {

        @Override
        public Optional<Limit> bridge(Dynamics.GuidedBridge bridge) {
            return Optional.of(steered(problem));
        }

        @Override
        public Optional<Limit> linearQuadratic(Dynamics.LinearQuadratic linear) {
            return Optional.of(steered(problem));
        }

        @Override
        public Optional<Limit> ornsteinUhlenbeck(Dynamics.MeanFieldOu ou) {
            return Optional.of(onTheLine(
                    problem, ou.horizon(), ou.noise(), (x, m) -> -ou.relaxation() * x + ou.coupling() * (m - x)));
        }

        @Override
        public Optional<Limit> desaiZwanzig(Dynamics.DesaiZwanzig wells) {
            return Optional.of(onTheLine(
                    problem, wells.horizon(), wells.noise(), (x, m) -> x - x * x * x + wells.coupling() * (m - x)));
        }

        @Override
        public Optional<Limit> kuramoto(Dynamics.Kuramoto kuramoto) {
            return Optional.of(onTheRing(problem, kuramoto));
        }

        @Override
        public Optional<Limit> game(Game game) {
            return Optional.empty();
        }

        @Override
        public Optional<Limit> custom(CustomModel model) {
            return Optional.empty();
        }
    }

    /** The centre is the mean of the limit. */
    private static Limit steered(Problem problem) {
        double[][] none =
                new double[problem.grid().steps() + 1][problem.initial().dimension()];
        return new Limit(none, target(problem.target()));
    }

    /** As a large population has it. */
    static Limit followed(Problem problem, ReplicaRun reference, Resources resources) {
        Followed followed = new Followed(problem.grid().steps());
        resources.run(reference, followed);
        return new Limit(followed.taken(), Optional.empty());
    }

    /** Replicas of a population that stands for infinitely many: its means err by 1/sqrt(10) of those of the largest that is compared. */
    static ReplicaRun reference(Problem problem, int largest) {
        long seed = problem.scenario().population().seed();
        return new ReplicaRun(problem, agents(largest), 1, Seeds.of(seed, largest, REFERENCE));
    }

    /**
     * The same under a given noise in common.
     * @param key of it
     */
    static ReplicaRun reference(Problem problem, int largest, long key) {
        return ReplicaRun.underCommonNoise(problem, agents(largest), Seeds.of(key, largest, REFERENCE), key);
    }

    private static long agents(int largest) {
        return (long) AGENTS_PER_AGENT * largest;
    }

    /** The means of a population at every step. */
    static final class Followed implements ReplicaObserver {
        private final double[][] taken;

        Followed(int steps) {
            this.taken = new double[steps + 1][];
        }

        @Override
        public void moments(int k, ReplicaMoments moments) {
            taken[k] = moments.taken(0, 0);
        }

        double[][] taken() {
            return taken;
        }
    }

    private interface Drift {
        double at(double x, double mean);
    }

    private static Limit onTheLine(Problem problem, double horizon, double noise, Drift drift) {
        TimeGrid grid = problem.grid();
        double[][] taken = new double[grid.steps() + 1][];
        Schedule schedule = problem.schedules().get(0);
        PointLaw law = PointLaw.of(problem.initial(), 0, noise * Math.sqrt(grid.step(0) * horizon));
        for (int k = 0; k < grid.steps(); k++) {
            double dt = grid.step(k) * horizon;
            double mean = law.mean();
            taken[k] = taken(problem, mean - schedule.centre(k)[0]);
            law = law.step(x -> x + dt * drift.at(x, mean), noise * Math.sqrt(dt));
        }
        taken[grid.steps()] = taken(problem, law.mean() - schedule.centre(grid.steps())[0]);
        return new Limit(taken, Optional.of(law));
    }

    private static Limit onTheRing(Problem problem, Dynamics.Kuramoto kuramoto) {
        double[][] order = new RingLaw(kuramoto, problem.grid()).order(problem.initial());
        Circle circle = problem.written().orElseThrow().circles().get(0);
        double[][] taken = new double[order.length][];
        for (int k = 0; k < taken.length; k++) {
            double[] channels = new double[step(problem).followed()];
            channels[circle.cosine()] = order[k][RingLaw.COSINE];
            channels[circle.sine()] = order[k][RingLaw.SINE];
            taken[k] = taken(problem, channels);
        }
        return new Limit(taken, Optional.empty());
    }

    /** What is taken of means of channels, measured from the centre, where nothing else is averaged. */
    private static double[] taken(Problem problem, double... channels) {
        return DoubleStream.concat(
                        Arrays.stream(channels),
                        step(problem).moments().stream().mapToDouble(moment -> channels[moment.first()]))
                .toArray();
    }

    private static TapedStep step(Problem problem) {
        return problem.written().orElseThrow().step();
    }

    private static Optional<PointLaw> target(GaussianMixture target) {
        if (target.dimension() > 1 || target.singular()) {
            return Optional.empty();
        }
        double narrowest = Math.sqrt(
                Arrays.stream(target.variances()).mapToDouble(l -> l[0]).min().orElseThrow());
        PointLaw fine = PointLaw.of(target, 0, FINE * narrowest);
        return Optional.of(fine.step(x -> x, FINE * narrowest));
    }
}
