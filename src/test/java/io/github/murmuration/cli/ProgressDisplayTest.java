package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    /** 100 of 400 steps in 10 s are 1e8 of 4e8 in 10 s, whatever had been done before; the 200 left take 20 s. */
    @Test
    void ratesAndTimesLeftAreThoseOfThisProcess() {
        assertEquals(
                "step 200 of 400, 1.00e+07 agent-steps/s, 20 s left",
                ProgressDisplay.line(100, 200, 400, 4e8, "agent-steps", 10));
        assertEquals(
                "step 100 of 400, 1.00e+07 agent-steps/s, 30 s left",
                ProgressDisplay.line(0, 100, 400, 4e8, "agent-steps", 10));
    }
}
