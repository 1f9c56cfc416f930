package io.github.murmuration.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.cli.Placement;
import io.github.murmuration.cli.Program;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.sim.Progress;
import io.github.murmuration.study.CaseText;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.StudyCase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the driver refuses before there is a cluster, and what a task computes of a study. */
class DriverTest {

    @Test
    void threadsAreThoseOfATask() {
        assertEquals(
                "murmuration: --threads: not an option on a cluster, where a task has spark.task.cpus threads; leave it out",
                refused("run demand-response --threads=2"));
    }

    @Test
    void aStudyThatTimesTheMachineIsRefused(@TempDir Path folder) {
        assertEquals(
                "murmuration: study: throughput times one machine; run it there without the cluster",
                refused("study throughput --out=" + folder));
    }

    private static String refused(String commandLine) {
        StringWriter errors = new StringWriter();
        Placement driver = new Driver(new Connection(), Optional.empty());
        PrintWriter out = new PrintWriter(StringWriter.nullWriter());
        assertEquals(2, new Program(driver).execute(out, new PrintWriter(errors), commandLine.split(" ")));
        return errors.toString().strip();
    }

    /** Squares of 2 and 3, then the sum of these, each a case. */
    private static final class Squares implements Study {

        @Override
        public double work() {
            return 3;
        }

        @Override
        public StudyReport run(Resources resources) {
            List<Double> squares = resources.all(List.of(square(2), square(3)));
            resources.once(new StudyCase<>("sum", Double.class, 1, given -> squares.get(0) + squares.get(1)));
            throw new AssertionError("a task ends with its cases");
        }

        private static StudyCase<Double> square(double of) {
            return new StudyCase<>("square-" + of, Double.class, 1, given -> of * of);
        }
    }

    private static List<String> computed(List<String> wanted, Map<String, String> kept) {
        return WantedCases.of(
                new Squares(),
                new Resources(null, null, 1, new WantedCases(wanted, kept), new Meter(1, Progress.NONE)));
    }

    @Test
    void aTaskComputesWhatItIsAskedForInThatOrder() {
        assertEquals(List.of("9.0", "4.0"), computed(List.of("square-3.0", "square-2.0"), Map.of()));
    }

    @Test
    void aTaskReadsEarlierCasesThatOthersComputed() {
        Map<String, String> kept = Map.of("square-2.0", CaseText.of(40.0), "square-3.0", CaseText.of(2.0));
        assertEquals(List.of("42.0"), computed(List.of("sum"), kept));
        IllegalStateException unknown =
                assertThrows(IllegalStateException.class, () -> computed(List.of("sum"), Map.of()));
        assertTrue(unknown.getMessage().startsWith("square-2.0 "), unknown.getMessage());
    }
}
