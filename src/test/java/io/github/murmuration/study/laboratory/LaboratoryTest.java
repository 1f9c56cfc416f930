package io.github.murmuration.study.laboratory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.study.CasesHere;
import io.github.murmuration.study.KeptCases;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaboratoryTest {

    @TempDir
    private Path folder;

    /** Within 5 standard errors of the extrapolation, sqrt(5) times those of one run; kept cases are not computed again. */
    @Tag("slow")
    @Test
    void everyRowCostsWhatItShould() throws IOException {
        Laboratory study = new Laboratory(400, 1);
        KeptCases cases = KeptCases.in(folder, new KeptCases.Request("laboratory", List.of(), "rows"));
        Meter meter = new Meter(study.work(), Progress.NONE);
        StudyReport report = study.run(resources(cases, meter));
        JsonNode rows = new ObjectMapper().readTree(report.json()).get("rows");
        assertEquals(Laboratory.ROWS.size(), rows.size());
        for (JsonNode row : rows) {
            double found = 2 * row.get("cost-at-twice-the-steps").asDouble()
                    - row.get("cost").asDouble();
            double error = Math.sqrt(5) * row.get("cost-error").asDouble();
            double off = Math.abs(found - row.get("optimal-cost").asDouble());
            assertTrue(off <= 5 * error, row + ": " + off + " at " + error);
        }
        checkGrids(new ObjectMapper().readTree(report.json()).get("grids"));
        assertEquals(study.work(), meter.done(), 1e-6 * study.work());
        Meter again = new Meter(study.work(), Progress.NONE);
        assertEquals(report.text(), study.run(resources(cases, again)).text());
        assertEquals(0, again.done());
    }

    /** Within the error that the grid says of itself, and near the second order where that is not next to nothing. */
    private static void checkGrids(JsonNode grids) {
        assertEquals(22, grids.size(), "three numbers of six games, two of the bridge and of the gradient flow");
        for (JsonNode check : grids) {
            double error = check.get("grid-error").asDouble();
            double off =
                    Math.abs(check.get("grid").asDouble() - check.get("exact").asDouble());
            assertTrue(off <= error + 2e-6, check::toString);
            assertTrue(error < 1e-5 || check.get("order").asDouble() > 1.75, check::toString);
        }
    }

    private static Resources resources(KeptCases cases, Meter meter) {
        return new Resources(Backends.select("cpu"), NoiseSource.PHILOX, 1, new CasesHere(cases), meter);
    }
}
