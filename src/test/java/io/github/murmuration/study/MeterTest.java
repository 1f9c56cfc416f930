package io.github.murmuration.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.sim.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeterTest {

    @Test
    void workKeptFromBeforeIsNoneThatWasDone() {
        List<String> told = new ArrayList<>();
        Meter meter = new Meter(4e9, new Progress() {
            @Override
            public void advanced(int done, int total) {
                told.add("at " + done + " of " + total);
            }

            @Override
            public void resumed(int done, int total) {
                told.add("kept " + done + " of " + total);
            }
        });
        meter.skip(1e9);
        meter.add(2e9);
        meter.skip(1e9);
        assertEquals(2e9, meter.done());
        assertEquals(2e9, meter.kept());
        assertEquals(
                List.of("kept 250 of 1000", "at 250 of 1000", "at 750 of 1000", "kept 500 of 1000", "at 1000 of 1000"),
                told);
    }
}
