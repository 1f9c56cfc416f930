package io.github.murmuration.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1~2~3                  | [[1.0], [2.0], [3.0]]",
                "1,2~3,4~               | [[1.0, 2.0], [3.0, 4.0]]",
                "warm,cold~1,2          | [[1.0, 2.0]]",
                "# x_0,x_1~1e-3,.5      | [[0.001, 0.5]]",
                "1~~2                   | [[1.0], [2.0]]",
                "\"x 1\",y_2.b-c~1,2       | [[1.0, 2.0]]",
                "température~0100       | [[100.0]]",
                "nano,infra~1,+2        | [[1.0, 2.0]]",
                "1_000,-.5e1            | [[1000.0, -5.0]]",
            })
    void reads(String lines, String rows) throws IOException {
        assertEquals(rows, Arrays.deepToString(read(lines)));
    }

    @Test
    void skipsTheByteOrderMark() throws IOException {
        assertEquals("[[1.0, 2.0]]", Arrays.deepToString(read("\uFEFF1,2")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,x~3,4       | line 1, column 2: x is not accepted; give a number, or names in all columns",
                "nan,nan~3,4   | line 1, column 1: nan is not accepted; give a number, or names in all columns",
                "x,Inf~3,4     | line 1, column 1: x is not accepted; give a number, or names in all columns",
                "-inf~3        | line 1, column 1: -inf is not accepted; give a number, or names in all columns",
                "Infinity~3    | line 1, column 1: Infinity is not accepted; give a number, or names in all columns",
                "1o,2o~3,4     | line 1, column 1: 1o is not accepted; give a number, or names in all columns",
                "0x10~3        | line 1, column 1: 0x10 is not accepted; give a number, or names in all columns",
                "x,~3,4        | line 1, column 1: x is not accepted; give a number, or names in all columns",
                "~x~1          | line 2, column 1: x is not accepted; give a number",
                "x,y~3         | line 2: a row of 1 is not accepted; give 2, as line 1 has",
                "1__0          | line 1, column 1: 1__0 is not accepted; give a number, or names in all columns",
                "a~b           | line 2, column 1: b is not accepted; give a number",
                "1~NaN         | line 2, column 1: NaN is not accepted; give a number",
                "1~1e999       | line 2, column 1: Infinity is not accepted; give a finite number",
                "1,2~3,        | line 2, column 2: an empty value is not accepted; give a number",
                "1,2~3         | line 2: a row of 1 is not accepted; give 2, as line 1 has",
                "1;2           | line 1, column 1: 1;2 is not accepted; give a number, or names in all columns",
                "''            | no rows; give at least one",
            })
    void refusesInOneLine(String lines, String message) {
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> read(lines));
        assertEquals(message, refusal.getMessage());
    }

    @Test
    void otherEncodingsAreRefused() throws IOException {
        Files.write(folder.resolve("rows.csv"), "caf\u00e9\n1".getBytes(StandardCharsets.ISO_8859_1));
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> InputFile.rows(folder, "rows.csv"));
        assertEquals("not UTF-8 text", refusal.getMessage());
    }

    private double[][] read(String lines) throws IOException {
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, lines.replace('~', '\n'));
        return CsvReader.read(file).rows();
    }
}
