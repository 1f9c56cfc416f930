package io.github.murmuration.scenario;

import java.nio.file.Path;
import java.util.List;

/**
 * Numbers of an npy file.
 *
 * @param shape (n,), (n, d) or (k, n, d), every size >= 1
 * @param rows [n][1], [n][d] or [k n][d]
 */
public record NpyTable(int[] shape, double[][] rows) {

    /**
     * @throws ScenarioException naming the file and what is wrong with it.
     * @throws HeapException the rows do not fit
     */
    public static NpyTable read(Path file) {
        try {
            return InputFile.npy(file, List.of("(n,)", "(n, d)", "(k, n, d)"));
        } catch (ScenarioException e) {
            throw e.from(file.toString());
        }
    }
}
