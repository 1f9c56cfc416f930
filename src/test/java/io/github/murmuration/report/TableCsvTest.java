package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    /** 1/3 is shown as 0.33; there is no number in the second row. */
    @Test
    void filesHaveAllDigitsWhereReadersSeeARoundedNumber() throws JsonProcessingException {
        List<List<Object>> rows = List.of(
                List.of("N", "rate", "std. error"),
                List.of("10", new Cell(1.0 / 3, "0.33"), new Cell(0, "0")),
                List.of("100", new Cell(Double.NaN, "-"), new Cell(Double.POSITIVE_INFINITY, "Infinity")));
        assertEquals("N,rate,std. error\n10,0.3333333333333333,0.0\n100,NaN,Infinity\n", TableCsv.of(rows));
        StudyReport report = new StudyReport("name", "asked");
        report.add(new StudyReport.Table("rates", "Rates", rows, ""));
        assertTrue(report.text().contains("10   0.33           0\n"), report.text());
        assertEquals(
                new ObjectMapper()
                        .readTree("[{\"N\": \"10\", \"rate\": 0.3333333333333333, \"std. error\": 0.0},"
                                + "{\"N\": \"100\", \"rate\": null, \"std. error\": \"infinite\"}]"),
                new ObjectMapper().readTree(report.json()).at("/tables/rates"));
    }
}
