package io.github.murmuration.study.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LearnedScoresTest {

    /**
     * Clouds of a Gaussian, by the score with pairs, pass a test against new data at 1 %, which one seed in 100 does not; those of B = 0,
     * with a variance of their means of 0.0085 in place of 0.8, fail at its resolution.
     */
    @Test
    void withPairsTheCloudsAreThoseOfTheLaw() throws IOException {
        LearnedScores.Effort effort = new LearnedScores.Effort(600, 100, 2, 8, 0, 0, 1e-9, 10, 60, 200);
        LearnedScores study = new LearnedScores(CloudExample.GAUSSIAN_CLOUDS, effort, 1);
        Meter meter = new Meter(study.work(), Progress.NONE);
        Resources resources = new Resources(Backends.select("cpu"), NoiseSource.PHILOX, 1, null, meter);
        JsonNode generated =
                new ObjectMapper().readTree(study.run(resources).json()).get("generated");
        assertEquals("with pairs", generated.get(1).get("source").asText());
        assertTrue(generated.get(1).get("p-value").asDouble() > 0.01, generated.toString());
        assertEquals(1e-3, generated.get(2).get("p-value").asDouble(), 1e-12);
        assertEquals(study.work(), meter.done());
    }
}
