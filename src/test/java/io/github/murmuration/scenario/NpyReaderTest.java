package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that NumPy 2.4 wrote with numpy.lib.format.write_array; the damaged ones are cuts of float64.npy. */
class NpyReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"float64", "version2", "version3"})
    void readsDoublesOfEveryVersion(String name) throws IOException {
        assertEquals("[[0.1, -2.5], [3.0, 4.0E-300], [5.5, -6.25]]", Arrays.deepToString(read(name)));
    }

    @Test
    void readsFloatsAsOneColumn() throws IOException {
        double[][] expected = {{0.1f}, {2.5}, {-3}};
        assertEquals(Arrays.deepToString(expected), Arrays.deepToString(read("float32")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fortran          | Fortran order is not accepted; give an array in C order (numpy.ascontiguousarray)",
                "big-endian       | numbers of type >f8 is not accepted; give float32 or float64 ('<f4', '<f8')",
                "integers         | numbers of type <i8 is not accepted; give float32 or float64 ('<f4', '<f8')",
                "cube             | shape (2, 2, 2) is not accepted; give shape (n,) or (n, d)",
                "scalar           | shape () is not accepted; give shape (n,) or (n, d)",
                "no-rows          | shape (0, 2) is not accepted; give at least one row of at least one number, in memory",
                "truncated        | 40 bytes of data is not accepted; give 48, as its header says (truncated file?)",
                "long             | 49 bytes of data is not accepted; give 48, as its header says (truncated file?)",
                "truncated-header | the npy header is truncated; write the file again",
            })
    void refusesInOneLine(String name, String message) {
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> read(name));
        assertEquals(message, refusal.getMessage());
    }

    private static double[][] read(String name) throws IOException {
        return NpyReader.read(BaseScenario.data().resolve("npy").resolve(name + ".npy"), List.of("(n,)", "(n, d)"))
                .rows();
    }
}
