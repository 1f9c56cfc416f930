package io.github.murmuration.study.throughput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.murmuration.StudyTables;
import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ceilings;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.backend.UnavailableException;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.study.CasesHere;
import io.github.murmuration.study.KeptCases;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backend that is cpu-scalar, but takes a millisecond for a step, has no room for 8 coordinates, and errs where means feed back. */
class ThroughputTest {

    private static final double STEP = 1e-3;
    private static final int NO_ROOM = 8;

    @TempDir
    private Path folder;

    private static final class Slow implements Backend {
        private final Backend scalar = Backends.select("cpu-scalar");
        private final boolean forTests;

        Slow(boolean forTests) {
            this.forTests = forTests;
        }

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public Availability availability() {
            return new Availability(true, "for this test");
        }

        @Override
        public int preference() {
            return 0;
        }

        @Override
        public boolean forTests() {
            return forTests;
        }

        @Override
        public Ceilings ceilings(int threads) {
            return new Ceilings(1e9, 1e9, 1e9);
        }

        @Override
        public Ensemble open(EnsembleSpec spec, int threads) {
            if (spec.dimension() == NO_ROOM) {
                throw new UnavailableException("no room for 8 coordinates");
            }
            Ensemble ensemble = scalar.open(spec, 1);
            return (Ensemble) Proxy.newProxyInstance(
                    Ensemble.class.getClassLoader(), new Class<?>[] {Ensemble.class}, (proxy, method, arguments) -> {
                        try {
                            Object result = method.invoke(ensemble, arguments);
                            if (method.getName().equals("advance")) {
                                Thread.sleep((int) arguments[1]);
                                ((double[][]) result)[0][0] += spec.fed() ? 1e-9 : 0;
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public Need need(EnsembleSpec spec) {
            return scalar.need(spec);
        }

        @Override
        public PatternEvaluator patterns(int threads) {
            return scalar.patterns(threads);
        }
    }

    private StudyReport report(boolean forTests) throws IOException {
        Throughput study = new Throughput(List.of(new Slow(forTests)), 0.5);
        KeptCases cases = KeptCases.in(folder, new KeptCases.Request("throughput", List.of(), ""));
        Meter meter = new Meter(study.work(), Progress.NONE);
        StudyReport report =
                study.run(new Resources(new Slow(forTests), NoiseSource.PHILOX, 1, new CasesHere(cases), meter));
        assertEquals(study.work(), meter.done(), "cases that were counted");
        return report;
    }

    /** No case is faster than its steps, and each is either timed or says why not. */
    @Test
    void casesAreTimedOrSayWhyNot() throws IOException {
        JsonNode summary = new ObjectMapper().readTree(report(false).json());
        List<String> feedback = new ArrayList<>();
        List<String> large = new ArrayList<>();
        int timed = 0;
        for (JsonNode each : summary.get("cases")) {
            if (each.has("left-out")) {
                (each.get("step").asText().equals("feedback") ? feedback : large)
                        .add(each.get("left-out").asText());
            } else {
                double most =
                        each.get("agents").asDouble() * each.get("guidances").asInt() / STEP;
                assertTrue(each.get("slowest").asDouble() > 0);
                assertTrue(each.get("fastest").asDouble() <= most, each.toString());
                assertTrue(each.get("agent-steps-per-second").asDouble()
                        <= each.get("fastest").asDouble());
                timed++;
            }
        }
        assertEquals(6, feedback.size());
        assertTrue(feedback.get(0).contains("bits are not those of cpu-scalar"), feedback.toString());
        assertEquals(
                2, large.stream().filter("no room for 8 coordinates"::equals).count(), large.toString());
        assertTrue(timed >= 8, timed + " cases were timed");
        assertFalse(summary.has("notes"));
        new StudyTables(Map.of()).add(summary).addTables(summary).areOnThePage("throughput");
    }

    /** 46 operations of the 1e9 multiply-adds per second that this machine does. */
    @Test
    void sharesAreOfTheMachinesOwnCeilings() {
        Case one = new Case(new Slow(false), Workload.affine(1), 1000);
        Measured measured = new Measured(one, new Timing(1000, 64, 1e6, 1e6, 1e6, Double.NaN, ""));
        assertEquals(46e6 / 1e9, measured.share(new Ceilings(1e12, 1e9, 1e9)), 1e-12);
        assertEquals(0.25 * 1e6 / 1e6, measured.share(new Ceilings(1e6, 1e12, 1e9)), 1e-12, "4 (2 + 2)/64 bytes");
        assertEquals(1000, measured.microseconds(), 1e-9);
        assertEquals(1000, measured.multiplyAdds(new Ceilings(1, 1e9, 1)), 1e-9);
    }

    @Test
    void emulatedDevicesAreNoBenchmark() throws IOException {
        StudyReport report = report(true);
        assertTrue(
                report.notes().get(0).contains("no benchmark"), report.notes().toString());
        String[] lines = report.text().split("\n");
        String row = List.of(lines).stream()
                .filter(line -> line.contains("affine"))
                .findFirst()
                .orElseThrow();
        assertTrue(row.contains(" - "), row);
    }
}
