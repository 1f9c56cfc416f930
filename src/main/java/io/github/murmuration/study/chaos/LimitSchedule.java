package io.github.murmuration.study.chaos;

import io.github.murmuration.schedule.Feed;
import io.github.murmuration.schedule.Row;
import io.github.murmuration.schedule.Schedule;

/**
 * Schedule of a copy of the limit: the rows of a schedule with feeds, fed by the means of infinitely many agents instead of those of
 * a population. Feeds that are carried belong to models whose means depart from nowhere in the limit, and do nothing.
 *
 * @param departures delta_k of the limit's means [n+1][d]
 */
record LimitSchedule(Schedule fed, double[][] departures) implements Schedule {

    @Override
    public Row layout() {
        return fed.layout();
    }

    @Override
    public double[] centre(int k) {
        return fed.centre(k);
    }

    @Override
    public void fill(int k, float[] rows, int offset) {
        fed.fill(k, rows, offset);
        for (Feed feed : fed.feeds()) {
            if (!feed.carried()) {
                double change = rows[offset + feed.gain()] * departures[k][feed.coordinate()];
                rows[offset + feed.entry()] = (float) (rows[offset + feed.entry()] + change);
            }
        }
    }

    @Override
    public void drift(double t, double[] z, double[] x, double[] u) {
        fed.drift(t, z, x, u);
    }
}
