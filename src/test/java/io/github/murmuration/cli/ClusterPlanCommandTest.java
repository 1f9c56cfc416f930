package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ClusterPlanCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** 64 blocks, three guidances without feedback, 1e6 agent-steps per second: 2^20 3 / 1e6 s a step, half of it on each of two workers. */
    @Test
    void tellsWhatIsToBeExpectedOfGivenRates() throws IOException {
        JsonNode plan = json(
                "cluster-plan",
                "demand-response",
                "--agents=1048576",
                "--workers=2",
                "--rate=1e6",
                "--latency=2",
                "--bandwidth=1",
                "--json");
        assertEquals(2, plan.get("workers").asInt());
        assertEquals(64, plan.get("steps-per-exchange").asInt());
        JsonNode two = plan.get("rows").get(1);
        assertEquals(2, two.get("workers").asInt());
        assertEquals(524288, two.get("agents-each").asLong());
        assertEquals(1.572864, two.get("step-seconds").asDouble(), 1e-9);
        // states, energies and labels: 2^19 agents, float32, three copies
        assertTrue(plan.get("memory-bytes").asLong() > 2 * 3 * 4 * 524288L, plan::toString);
    }

    @Test
    void measuresWhatIsNotGiven() throws IOException {
        JsonNode plan = json("cluster-plan", "mean-field-ou", "--agents=1e5", "--workers=3", "--json");
        assertEquals(1, plan.get("steps-per-exchange").asInt());
        assertTrue(plan.get("rate").asDouble() > 0
                && plan.get("bandwidth-bytes-per-second").asDouble() > 0);
        double latency = plan.get("latency-seconds").asDouble();
        for (JsonNode row : plan.get("rows")) {
            assertTrue(
                    row.get("workers").asInt() == 1
                            || row.get("exchange-seconds").asDouble() > latency,
                    row::toString);
        }
    }

    @Test
    void printsATableAndWhatIsAssumed() {
        assertEquals(
                0,
                execute(
                        "cluster-plan",
                        "mean-field-ou",
                        "--agents=1e6",
                        "--workers=4",
                        "--rate=1e8",
                        "--latency=0.1",
                        "--bandwidth=1"));
        assertTrue(out.toString().contains("an exchange at every step"), out.toString());
        assertTrue(
                out.toString().contains("assumed: 1.00e+08 agent-steps/s on one worker, and 0.00 ms of a step"),
                out.toString());
    }

    @Test
    void badInputIsOneLine() {
        assertEquals(2, execute("cluster-plan", "cucker-smale-distance", "--agents=1e3", "--workers=1"));
        assertTrue(err.toString().contains("pair means read all agents"), err.toString());
        assertEquals(2, execute("cluster-plan", "mean-field-ou", "--agents=1e5", "--workers=8"));
        assertTrue(err.toString().contains("a whole number from 1 to 7"), err.toString());
    }

    private JsonNode json(String... words) throws IOException {
        assertEquals(0, execute(words), err.toString());
        return new ObjectMapper().readTree(out.toString());
    }

    private int execute(String... words) {
        return Murmuration.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }
}
