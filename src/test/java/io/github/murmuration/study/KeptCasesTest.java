package io.github.murmuration.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.sim.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kept case that is not as it was kept, or answers another request, is computed again. */
class KeptCasesTest {

    private static final KeptCases.Request REQUEST =
            new KeptCases.Request("chaos", List.of("--replicas=7"), "name: \"a\"\n");
    private static final double[] FOUND = {1.5, -0.1, 1e-300, Double.NaN, Double.NEGATIVE_INFINITY};

    record Case(double[] values) {}

    @TempDir
    private Path folder;

    private Path kept;
    private Path study;
    private boolean computed;

    @BeforeEach
    void keepOne() throws IOException {
        kept = folder.resolve("checkpoint/first.json");
        study = folder.resolve("checkpoint/study.json");
        assertArrayEquals(FOUND, first(KeptCases.in(folder, REQUEST)));
        assertTrue(computed);
    }

    @Test
    void aWholeCaseIsNotComputedAgain() throws IOException {
        KeptCases again = KeptCases.in(folder, REQUEST);
        assertEquals(1, again.count());
        assertArrayEquals(FOUND, first(again));
        assertFalse(computed);
        assertEquals(List.of(), again.damaged());
        assertEquals(REQUEST, KeptCases.kept(folder));
    }

    @Test
    void aCaseOfAnotherRequestIsForgottenWithoutAWord() throws IOException {
        KeptCases other =
                KeptCases.in(folder, new KeptCases.Request("chaos", List.of("--replicas=8"), "name: \"a\"\n"));
        assertEquals(0, other.count());
        assertEquals(List.of(), other.damaged());
        assertFalse(Files.exists(kept));
    }

    /** Put there from another folder: same name, same form, another seed. */
    @Test
    void aStrangersCaseIsComputedAgain(@TempDir Path elsewhere) throws IOException {
        KeptCases.Request seed = new KeptCases.Request("chaos", List.of("--replicas=7"), "name: \"b\"\n");
        KeptCases.in(elsewhere, seed).keep("first", CaseText.of(new Case(new double[] {7})));
        Files.write(kept, Files.readAllBytes(elsewhere.resolve("checkpoint/first.json")));
        assertComputedAgain("another seed");
    }

    @Test
    void aDamagedCaseIsComputedAgain() throws IOException {
        byte[] whole = Files.readAllBytes(kept);
        for (int bit = 0; bit < 8 * whole.length; bit += 5) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(kept, damaged);
            assertComputedAgain("bit " + bit);
        }
        for (int length = 0; length < whole.length; length += 3) {
            Files.write(kept, Arrays.copyOf(whole, length));
            assertComputedAgain("length " + length);
        }
        Files.write(kept, Arrays.copyOf(whole, whole.length + 1));
        assertComputedAgain("a byte too many");
    }

    /** As an older version left it, edited, of other types, numbers out of range, nested deep. */
    @Test
    void aDamagedRequestIsRefusedInOneLine() throws IOException {
        String whole = Files.readString(study);
        for (String text : List.of(
                "",
                "\n",
                "{",
                "null",
                "[1, 2]",
                "{\"study\":\"chaos\",\"options\":[],\"scenario\":\"name: a\"}",
                "{\"study\":7,\"options\":\"x\",\"scenario\":1e999}",
                "[".repeat(100_000),
                whole.substring(0, whole.length() / 2),
                whole + "x",
                whole.replace("--replicas=7", "--replicas=9"),
                whole.replace("chaos", "linearity"))) {
            Files.writeString(study, text);
            ScenarioException refusal = assertThrows(ScenarioException.class, () -> KeptCases.kept(folder));
            assertTrue(refusal.getMessage().contains("study.json: is damaged, or was kept by another version"));
            assertEquals(1, refusal.getMessage().lines().count());
        }
        Files.write(study, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        assertThrows(ScenarioException.class, () -> KeptCases.kept(folder));
    }

    /** Text of this version that is no request all the same. */
    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        for (String text : List.of("{}", "7", "{\"study\":\"chaos\",\"options\":null}", "[".repeat(100_000))) {
            SealedText.write(study, "study.json", text);
            assertThrows(ScenarioException.class, () -> KeptCases.kept(folder));
        }
    }

    @Test
    void linksToNothingAndFoldersAreRefused() throws IOException {
        Files.delete(study);
        assertNull(KeptCases.kept(folder));
        Files.createSymbolicLink(study, folder.resolve("nothing"));
        assertThrows(ScenarioException.class, () -> KeptCases.kept(folder));
        Files.delete(study);
        Files.createDirectory(study);
        assertThrows(ScenarioException.class, () -> KeptCases.kept(folder));
    }

    /** The same command finds its cases without the request that was kept beside them. */
    @Test
    void wholeCasesOutliveADamagedRequest() throws IOException {
        Files.writeString(study, "{");
        KeptCases again = KeptCases.in(folder, REQUEST);
        assertEquals(1, again.damaged().size());
        assertArrayEquals(FOUND, first(again));
        assertFalse(computed);
        assertEquals(REQUEST, KeptCases.kept(folder));
    }

    private void assertComputedAgain(String what) throws IOException {
        KeptCases again = KeptCases.in(folder, REQUEST);
        assertEquals(0, again.count(), what);
        assertEquals(1, again.damaged().size(), what);
        assertTrue(again.damaged().get(0).contains("first.json: is damaged"), what);
        assertArrayEquals(FOUND, first(again));
        assertTrue(computed, what);
    }

    private double[] first(KeptCases cases) {
        computed = false;
        Resources resources = new Resources(null, null, 1, new CasesHere(cases), new Meter(1, Progress.NONE));
        return resources
                .once(new StudyCase<>("first", Case.class, 1, given -> {
                    computed = true;
                    return new Case(FOUND);
                }))
                .values();
    }
}
