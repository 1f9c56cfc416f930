package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    /** 10 steps a second of 400 that are 4e8 in all; the 200 left take 20 s. */
    @Test
    void aLineSaysRateAndTimeLeft() {
        assertEquals(
                "step 200 of 400, 1.00e+07 agent-steps/s, 20 s left",
                ProgressDisplay.line(200, 400, 10, 4e8, "agent-steps"));
    }

    @Test
    void aLineSaysNoRateThatIsNotKnown() {
        assertEquals("step 64 of 400", ProgressDisplay.line(64, 400, 0, 4e8, "agent-steps"));
    }

    /** Neither steps of a process before this one nor the seconds that the first took. */
    @Test
    void thePaceBeginsWhenTheFirstStepsAreTaken() {
        Pace pace = new Pace(100);
        pace.mark(0.1, 100);
        assertEquals(0, pace.rate());
        pace.mark(10, 164);
        assertEquals(0, pace.rate());
        pace.mark(12, 184);
        assertEquals(10, pace.rate(), 1e-12);
    }

    /** Ten seconds at one step a second, then a hundred a second: after ten more a mean since the start says 50, not 100. */
    @Test
    void aSlowStartIsForgottenAsTimeGoesOn() {
        Pace pace = new Pace(0);
        for (int second = 1; second <= 20; second++) {
            pace.mark(second, second <= 10 ? second : 10 + 100 * (second - 10));
        }
        assertEquals(100, pace.rate(), 1e-9);
    }

    /** t^2 steps at time t are a + b a second between times a and b: 15,000; the last mark may be 50 s old, the first 25 s early. */
    @Test
    void thePaceIsThatOfTheSecondHalf() {
        Pace pace = new Pace(0);
        for (int second = 1; second <= 10_000; second++) {
            pace.mark(second, second * second);
        }
        assertEquals(15_000, pace.rate(), 76);
    }

    @Test
    void aBarIsWrittenOverAndEndsWithItsLine() {
        StringWriter text = new StringWriter();
        ProgressBar bar = new ProgressBar("run", 1, "steps", new PrintWriter(text), 60);
        bar.show("run: step 1 of 2, and much more than the terminal has room for", 0.5);
        bar.announce("run: exact values");
        bar.close();
        String line = "[" + "=".repeat(10) + " ".repeat(10) + "] run: step 1 of 2, and much more than the t";
        assertEquals(59, line.substring(0, 59).length());
        assertTrue(text.toString().startsWith("\r" + line.substring(0, 59) + "\u001b[K"), text::toString);
        assertTrue(text.toString().endsWith("\rrun: exact values\u001b[K" + System.lineSeparator()), text::toString);
    }
}
