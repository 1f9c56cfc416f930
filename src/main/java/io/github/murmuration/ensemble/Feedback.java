package io.github.murmuration.ensemble;

import io.github.murmuration.schedule.Feed;
import io.github.murmuration.schedule.Row;
import java.util.List;

/**
 * The effect of population means on the rows of a step, in double precision: for every replica and guidance the departures of the channels'
 * means from the centre, the moments that the tape of a replica reads, and c of every carried feed (see Feed). Sums are about the
 * reference of the row that was used last.
 */
public final class Feedback {

    private final List<List<Feed>> feeds;
    private final Row layout;
    private final Means means;
    private final ReplicaTape tape;
    private final int[] ownFrom;
    private final double[][] state;
    private final float[][] rows;
    private long[][] counts;

    /**
     * @param feeds of each guidance
     * @param tiling of the agents of one replica
     * @param firstReplica number of the first among all
     * @param seed of the noise that a replica has in common
     */
    public Feedback(
            List<List<Feed>> feeds,
            Evaluator evaluator,
            SumLayout sums,
            Tiling tiling,
            int firstReplica,
            int replicas,
            long seed) {
        this.feeds = feeds;
        this.layout = evaluator.row();
        this.means = new Means(evaluator, sums, tiling.agents());
        this.tape = ReplicaTape.of(evaluator, tiling, firstReplica, seed);
        this.ownFrom = new int[feeds.size() + 1];
        for (int g = 0; g < feeds.size(); g++) {
            int carried = (int) feeds.get(g).stream().filter(Feed::carried).count();
            ownFrom[g + 1] = ownFrom[g] + means.size() + carried;
        }
        this.state = new double[replicas][ownFrom[feeds.size()]];
        this.rows = new float[feeds.size()][replicas * layout.size()];
        this.counts = new long[replicas][sums.labels()];
    }

    /** Sets the reference that the sums of the starts are about [channels]. */
    public void reference(float[] point) {
        for (float[] own : rows) {
            for (int row = layout.reference(); row < own.length; row += layout.size()) {
                System.arraycopy(point, 0, own, row, point.length);
            }
        }
    }

    /** Sets the numbers of agents of each label [replica][L]. */
    public void counts(long[][] ofLabels) {
        counts = ofLabels;
    }

    /** Takes the means of a replica under a guidance from the sums that begin at a position. */
    public void take(int replica, int guidance, double[] from, int at) {
        int reference = replica * layout.size() + layout.reference();
        means.take(from, at, rows[guidance], reference, counts[replica], state[replica], ownFrom[guidance]);
    }

    /** Takes what was taken elsewhere [Means]. */
    public void take(int replica, int guidance, double[] taken) {
        System.arraycopy(taken, 0, state[replica], ownFrom[guidance], taken.length);
    }

    /**
     * The row of a step of each guidance as each replica has it [guidance][replica][row]; c becomes that of the step after.
     *
     * @param k which of the given rows
     * @param step its number
     * @return overwritten by the next call
     */
    public float[][] feed(float[][] given, int k, int step) {
        int size = layout.size();
        for (int g = 0; g < rows.length; g++) {
            for (int replica = 0; replica < state.length; replica++) {
                System.arraycopy(given[g], k * size, rows[g], replica * size, size);
                feed(g, state[replica], rows[g], replica * size);
                if (!feeds.get(g).isEmpty()) {
                    tape.run(replica, step, rows[g], replica * size, state[replica], ownFrom[g] + means.averages());
                }
            }
        }
        return rows;
    }

    /** All of it [replica][state], to be put back by restore. */
    public double[][] state() {
        return state;
    }

    /** Puts back a state. */
    public void restore(double[][] saved) {
        for (int replica = 0; replica < state.length; replica++) {
            System.arraycopy(saved[replica], 0, state[replica], 0, state[replica].length);
        }
    }

    private void feed(int g, double[] own, float[] into, int row) {
        int carried = ownFrom[g] + means.size();
        for (Feed feed : feeds.get(g)) {
            double change = into[row + feed.gain()] * own[ownFrom[g] + feed.coordinate()];
            if (feed.carried()) {
                into[row + feed.entry()] = (float) (into[row + feed.entry()] + own[carried]);
                own[carried++] += change;
            } else {
                into[row + feed.entry()] = (float) (into[row + feed.entry()] + change);
            }
        }
    }
}
