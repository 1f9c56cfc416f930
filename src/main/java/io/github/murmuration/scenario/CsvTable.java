package io.github.murmuration.scenario;

import java.nio.file.Path;
import java.util.List;

/**
 * Rows of numbers from a CSV file.
 *
 * @param header names of the columns; empty if the file has none
 * @param rows [n][d], n >= 1
 * @param lines of the file that the rows stand in [n]
 */
public record CsvTable(List<String> header, double[][] rows, int[] lines) {

    /**
     * @throws ScenarioException naming file, line and column of what is wrong.
     * @throws HeapException the rows do not fit
     */
    public static CsvTable read(Path file) {
        try {
            return InputFile.csv(file);
        } catch (ScenarioException e) {
            throw e.from(file.toString());
        }
    }
}
