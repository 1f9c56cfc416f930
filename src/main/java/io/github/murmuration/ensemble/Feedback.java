package io.github.murmuration.ensemble;

import io.github.murmuration.schedule.Feed;
import io.github.murmuration.schedule.Row;
import java.util.List;

/**
 * What population means do to the rows of a step (see Feed), in double precision: for every replica and guidance the departures of the
 * means from the centre [d], and c of every carried feed. Sums are about the reference of the row that was used last.
 */
public final class Feedback {

    private final List<List<Feed>> feeds;
    private final Row layout;
    private final SumLayout sums;
    private final long agents;
    private final int[] carriedFrom;
    private final double[][] state;
    private final float[][] rows;

    /** @param feeds of each guidance. @param agents of one replica */
    public Feedback(List<List<Feed>> feeds, Row layout, SumLayout sums, long agents, int replicas) {
        this.feeds = feeds;
        this.layout = layout;
        this.sums = sums;
        this.agents = agents;
        this.carriedFrom = new int[feeds.size() + 1];
        for (int g = 0; g < feeds.size(); g++) {
            int carried = (int) feeds.get(g).stream().filter(Feed::carried).count();
            carriedFrom[g + 1] = carriedFrom[g] + sums.dimension() + carried;
        }
        this.state = new double[replicas][carriedFrom[feeds.size()]];
        this.rows = new float[feeds.size()][replicas * layout.size()];
    }

    /** Sets the reference that the sums of the starts are about [d]. */
    public void reference(float[] point) {
        for (float[] own : rows) {
            for (int row = layout.reference(); row < own.length; row += layout.size()) {
                System.arraycopy(point, 0, own, row, point.length);
            }
        }
    }

    /** Takes the departures of a replica's means under a guidance from the sums that begin at a position. */
    public void take(int replica, int guidance, double[] from, int at) {
        int reference = replica * layout.size() + layout.reference();
        for (int j = 0; j < sums.dimension(); j++) {
            double departure = sums.total(from, at, j, SumLayout.FIRST) / agents;
            state[replica][carriedFrom[guidance] + j] = rows[guidance][reference + j] + departure;
        }
    }

    /** Takes the departures themselves [d]. */
    public void take(int replica, int guidance, double[] departures) {
        System.arraycopy(departures, 0, state[replica], carriedFrom[guidance], departures.length);
    }

    /** Row k of each guidance as each replica has it [guidance][replica][row]; c becomes that of the step after. @return overwritten by the next call */
    public float[][] feed(float[][] given, int k) {
        int size = layout.size();
        for (int g = 0; g < rows.length; g++) {
            for (int replica = 0; replica < state.length; replica++) {
                System.arraycopy(given[g], k * size, rows[g], replica * size, size);
                feed(g, state[replica], rows[g], replica * size);
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
        int carried = carriedFrom[g] + sums.dimension();
        for (Feed feed : feeds.get(g)) {
            double change = into[row + feed.gain()] * own[carriedFrom[g] + feed.coordinate()];
            if (feed.carried()) {
                into[row + feed.entry()] = (float) (into[row + feed.entry()] + own[carried]);
                own[carried++] += change;
            } else {
                into[row + feed.entry()] = (float) (into[row + feed.entry()] + change);
            }
        }
    }
}
