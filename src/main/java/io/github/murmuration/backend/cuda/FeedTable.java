package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.schedule.Feed;
import io.github.murmuration.schedule.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The feeds of all guidances as kernels/feedback.cuh reads them: entry by entry of the part of a row that means act on, in their order
 * within an entry. States are those of ensemble.Feedback: per guidance the departures of the followed channels, the averages, then c of every carried feed.
 *
 * @param firsts number of the first feed of each entry [G E + 1]
 * @param feeds gain, place of the departure, place of c or -1 [feeds][3], flattened
 * @param own where the departures of each guidance begin in the state of a replica [G]
 * @param stateSize of a replica
 */
record FeedTable(int[] firsts, int[] feeds, int[] own, int stateSize) {

    static final int WIDTH = 3;

    private static final int NOT_CARRIED = -1;

    static FeedTable of(EnsembleSpec spec) {
        Row row = spec.rows();
        List<List<int[]>> entries = new ArrayList<>();
        int[] own = new int[spec.guidances()];
        int size = 0;
        for (int g = 0; g < own.length; g++) {
            own[g] = size;
            size += spec.evaluator().followed(spec.dimension())
                    + spec.evaluator().moments().size();
            int first = entries.size();
            for (int e = 0; e < row.fedCount(); e++) {
                entries.add(new ArrayList<>());
            }
            for (Feed feed : spec.feeds().get(g)) {
                int carried = feed.carried() ? size++ : NOT_CARRIED;
                entries.get(first + feed.entry() - row.fedFrom())
                        .add(new int[] {feed.gain(), own[g] + feed.coordinate(), carried});
            }
        }
        int[] feeds = entries.stream()
                .flatMap(List::stream)
                .flatMapToInt(Arrays::stream)
                .toArray();
        return new FeedTable(firsts(entries), feeds, own, size);
    }

    private static int[] firsts(List<List<int[]>> entries) {
        int[] firsts = new int[entries.size() + 1];
        for (int e = 0; e < entries.size(); e++) {
            firsts[e + 1] = firsts[e] + entries.get(e).size();
        }
        return firsts;
    }
}
