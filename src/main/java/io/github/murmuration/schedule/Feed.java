package io.github.murmuration.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * A population mean that acts on the rows of a schedule while they are used. With delta_k the departure, at the beginning of step k, of
 * the mean of a coordinate over all agents from the schedule's centre,
 *
 * <pre>
 * row[entry] += row[gain] delta_k
 * row[entry] += c_k,   c_0 = 0,   c_{k+1} = c_k + row[gain] delta_k       if carried
 * </pre>
 *
 * so a row as the schedule gives it is that of a population whose mean is where it is expected.
 *
 * @param entry position in a row
 * @param gain position in a row
 * @param coordinate whose mean
 * @param carried whether it acts by its sum over all steps so far
 */
public record Feed(int entry, int gain, int coordinate, boolean carried) {

    /**
     * Feeds that take the moments at a step's end about the mean at its beginning, wherever the population goes: the difference of the two
     * is that of one step. The rows hold 1 at {@link Row#UNIT}.
     */
    public static List<Feed> reference(Row row, int dimension) {
        List<Feed> feeds = new ArrayList<>();
        for (int j = 0; j < dimension; j++) {
            feeds.add(new Feed(row.reference() + j, Row.UNIT, j, false));
        }
        return feeds;
    }
}
