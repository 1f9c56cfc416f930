package io.github.murmuration.sim;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.Part;
import io.github.murmuration.ensemble.Subtrees;
import io.github.murmuration.ensemble.Tiling;
import java.util.ArrayList;
import java.util.List;

/**
 * The expected speed of a population that W workers advance, of which the slowest has ceil(B / W) of its B blocks. A step takes
 *
 * <pre>
 * T(W) = h + A(W) G / r + E(W),   E(W) = (l + m (W - 1) (W + 1) / b) / k   (E(1) = 0)
 * </pre>
 *
 * with A agents of the slowest and G guidances, the rate r of one worker in agent-steps per second, h seconds for what every worker does by itself, an exchange every k steps of latency l in seconds, messages of
 * m bytes, of which the first worker takes W - 1 and sends W (W - 1) one after the other, and b bytes per second. Starts of agents and the
 * first steps come on top, see MeasuredRate.
 *
 * @param agents N
 * @param guidances G
 * @param sums numbers that are summed of a block at an exchange
 * @param steps of the run
 * @param every k: 1 where means act on the next step, the steps of a batch otherwise
 */
public record ScalingPlan(
        long agents,
        int guidances,
        int sums,
        int steps,
        int every,
        MeasuredRate rate,
        double latency,
        double bandwidth) {

    /** Numbers of a message besides subtrees and their sums. */
    private static final int HEAD = 4;

    /**
     * @param agents of the slowest worker
     * @param message m
     * @param compute seconds that a step takes without its exchange
     * @param exchange E
     * @param run seconds of starts and steps
     */
    public record Row(int workers, long agents, long message, double compute, double exchange, double run) {

        public double stepsPerSecond() {
            return 1 / (compute + exchange);
        }
    }

    /**
     * @param steps of the run
     * @param batch steps that a worker advances at a time
     * @param rate of one worker
     */
    public static ScalingPlan of(
            EnsembleSpec spec, int steps, int batch, MeasuredRate rate, double latency, double bandwidth) {
        int every = spec.fed() ? 1 : batch;
        int sums = every * spec.guidances() * spec.sums().size();
        return new ScalingPlan(spec.agents(), spec.guidances(), sums, steps, every, rate, latency, bandwidth);
    }

    /** @param workers from 1 to Part.most(agents) */
    public Row row(int workers) {
        long blocks = Part.most(agents);
        long here = Math.min(agents, (blocks + workers - 1) / workers * Tiling.BLOCK);
        long message = message(workers);
        double bytes = (double) message * (workers - 1) * (workers + 1);
        double exchange = workers == 1 ? 0 : (latency + bytes / bandwidth) / every;
        double compute = rate.host() + here * guidances / rate.rate();
        double run = rate.warm() + here / rate.starts() + steps * (compute + exchange);
        return new Row(workers, here, message, compute, exchange, run);
    }

    /** W = 1, 2, 4, ... up to the first where an exchange takes as long as the steps between, or the last that has a block for each. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>(List.of(row(1)));
        for (int workers = 2; workers <= Part.most(agents) && !stopped(rows); workers *= 2) {
            rows.add(row(workers));
        }
        return rows;
    }

    private static boolean stopped(List<Row> rows) {
        Row last = rows.get(rows.size() - 1);
        return last.exchange() >= last.compute();
    }

    /** Bytes of the longest message. */
    private long message(int workers) {
        int most = 0;
        for (int part = 0; part < workers; part++) {
            most = Math.max(most, subtrees(Part.of(part, workers, agents, own -> new double[][] {own})));
        }
        return Double.BYTES * (HEAD + most + (long) most * sums);
    }

    private int subtrees(Part part) {
        int blocks = Part.most(agents);
        Subtrees all = new Subtrees(blocks, 0);
        for (int b = part.from(); b < part.end(blocks); b++) {
            all.add(b, b + 1, new double[0], 0);
        }
        return all.count();
    }
}
