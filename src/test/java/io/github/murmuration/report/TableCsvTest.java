package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableCsvTest {

    @Test
    void columnsHaveNamesOfTheirOwn() {
        assertEquals(
                List.of("row", "W1", "W1 std. error", "energy", "energy std. error", "p"),
                TableCsv.header(List.of("", "W1", "std. error", "energy", "std. error", "p")));
        assertEquals(List.of("+-", "+- 2"), TableCsv.header(List.of("+-", "+-")));
        assertEquals(List.of("N", "std. error"), TableCsv.header(List.of("N", "std. error")));
    }

    @Test
    void cellsWithCommasAreQuoted() {
        assertEquals(
                "a,b\n\"1, or 2\",\"say \"\"two\"\"\"\n",
                TableCsv.of(List.of(List.of("a", "b"), List.of("1, or 2", "say \"two\""))));
    }
}
