package io.github.murmuration.study.step;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.model.Recording;
import io.github.murmuration.model.WrittenModel.Circle;
import io.github.murmuration.scenario.Observable;
import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaMoments;
import io.github.murmuration.sim.ReplicaObserver;
import java.util.Map;
import java.util.stream.IntStream;

/** Replicas at one number of steps: their values at the end, and where their agents are then. */
final class Level implements ReplicaObserver {

    /** Of float32, half a unit in the last place. */
    private static final double ROUNDING = 0x1p-24;

    private final Problem problem;
    private final Quantities quantities;
    private final int agents;
    private final int steps;
    private final boolean followed;
    private final int costChannel;
    private final double[] centre;
    private final Recording[] recordings;
    private final double[] costs;
    private final double[][] values;
    private final float[][][] ends;

    /** @param agents of one replica */
    Level(Problem problem, int agents, int replicas) {
        this.problem = problem;
        this.quantities = Quantities.of(problem);
        this.agents = agents;
        this.steps = problem.grid().steps();
        this.followed = quantities.written().model().observe().values().stream()
                .anyMatch(observable -> !(observable instanceof Observable.Formula));
        this.costChannel =
                problem.evaluator().sums(1, problem.initial().dimension()).channels() - 1;
        this.centre = problem.schedules().get(0).centre(steps);
        this.recordings = IntStream.range(0, replicas)
                .mapToObj(r -> new Recording(
                        quantities.written(), quantities.written().step().followed()))
                .toArray(Recording[]::new);
        this.costs = new double[replicas];
        this.values = new double[quantities.names().size()][replicas];
        this.ends = new float[replicas][centre.length][agents];
    }

    @Override
    public void moments(int k, ReplicaMoments moments) {
        for (int r = 0; r < moments.replicas(); r++) {
            int all = moments.firstReplica() + r;
            if (quantities.written().step().costs() && k > 0) {
                costs[all] += moments.departure(0, r, costChannel);
            }
            if (followed || k == steps) {
                Map<String, Double> observed = observed(k, moments, r);
                if (k == steps) {
                    take(all, quantities.values(moments, r, observed, costs[all]));
                }
            }
        }
    }

    private Map<String, Double> observed(int k, ReplicaMoments moments, int r) {
        double t = problem.grid().time(k) * quantities.written().model().horizon();
        return recordings[moments.firstReplica() + r].at(
                t, moments.taken(0, r), problem.schedules().get(0).centre(k));
    }

    private void take(int replica, double[] found) {
        for (int q = 0; q < found.length; q++) {
            values[q][replica] = found[q];
        }
    }

    @Override
    public int nextLook(int k) {
        return steps;
    }

    @Override
    public void look(int k, ReplicaMoments moments, Ensemble ensemble) {
        if (k < steps) {
            return;
        }
        Tiling tiling = moments.tiling();
        for (int block = 0; block < tiling.blocks(); block++) {
            float[][] states = ensemble.states(0, block);
            for (int a = 0; a < states[0].length; a++) {
                long agent = tiling.firstHere(block) + a;
                float[][] end = ends[moments.firstReplica() + (int) (agent / agents)];
                for (int j = 0; j < states.length; j++) {
                    end[j][(int) (agent % agents)] = states[j][a];
                }
            }
        }
    }

    /** At the end [quantity][R]. */
    double[][] values() {
        return values;
    }

    /** (1/N) sum of the squared distance of agents from where others steps bring them [d][R]. */
    double[][] squares(Level other) {
        double[][] squares = new double[centre.length][ends.length];
        for (int j = 0; j < centre.length; j++) {
            Circle circle = quantities.written().circles().get(j);
            for (int r = 0; r < ends.length; r++) {
                for (int a = 0; a < agents; a++) {
                    double distance = ends[r][j][a] + centre[j] - other.ends[r][j][a] - other.centre[j];
                    double turns = circle == null ? 0 : Math.rint(distance / circle.length());
                    distance -= circle == null ? 0 : turns * circle.length();
                    squares[j][r] += distance * distance / agents;
                }
            }
        }
        return squares;
    }

    /** What rounding at every step leaves uncertain in a state that is as large as the root mean square of all [d]. */
    double[] stateRounding() {
        double[] rounding = new double[centre.length];
        for (int j = 0; j < rounding.length; j++) {
            double square = 0;
            for (float[][] end : ends) {
                for (float x : end[j]) {
                    square += (double) x * x / agents / ends.length;
                }
            }
            rounding[j] = share() * Math.sqrt(square);
        }
        return rounding;
    }

    /** What that leaves uncertain in the values of the first replica [quantity]. */
    double[] valueRounding() {
        double[] first =
                IntStream.range(0, values.length).mapToDouble(q -> values[q][0]).toArray();
        return quantities.rounding(first, stateRounding(), share());
    }

    private double share() {
        return ROUNDING * Math.sqrt(steps);
    }
}
