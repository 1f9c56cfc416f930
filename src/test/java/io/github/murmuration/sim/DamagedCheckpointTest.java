package io.github.murmuration.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.TestScenarios;
import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.Part;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioWriter;
import io.github.murmuration.scenario.Scheme;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint that is not as it was written is never gone on from. */
class DamagedCheckpointTest {

    private static final int STEPS = 16;

    @TempDir
    private Path folder;

    private Path newest;
    private Path previous;
    private byte[] whole;
    private RunResult expected;

    /** Checkpoints of steps 8 and 12. */
    @BeforeEach
    void run() throws IOException {
        expected = simulation(scenario(1)).run();
        newest = CheckpointFiles.newest(folder);
        previous = CheckpointFiles.previous(folder);
        whole = Files.readAllBytes(newest);
    }

    @Test
    void undamagedOnesGoOnToTheSameBits() throws IOException {
        assertEquals(12, resume(""));
        assertArrayEquals(whole, Files.readAllBytes(newest), "the last checkpoint is 12 again");
        Files.delete(newest);
        assertEquals(8, resume("state.bin: no such file"));
        assertArrayEquals(whole, Files.readAllBytes(newest));
    }

    /** Every third bit of the head and of the header; 200 more, spread over scenario, moments, states and end. */
    @Test
    void anyFlippedBitIsSeen() throws IOException {
        int header = 80 * Byte.SIZE;
        int bits = whole.length * Byte.SIZE;
        int[] flips = IntStream.concat(
                        IntStream.range(0, header / 3).map(i -> 3 * i),
                        IntStream.rangeClosed(1, 200).map(i -> header + (int) ((bits - header - 1L) * i / 200)))
                .toArray();
        for (int bit : flips) {
            byte[] damaged = whole.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertPassedOver(damaged, "bit " + bit);
        }
    }

    @Test
    void everyTruncationIsSeen() throws IOException {
        for (int percent = 0; percent < 100; percent++) {
            byte[] damaged = Arrays.copyOf(whole, (int) (whole.length * (long) percent / 100));
            assertPassedOver(damaged, percent + " %");
        }
        assertPassedOver(Arrays.copyOf(whole, whole.length - 1), "all but a byte");
        assertPassedOver(Arrays.copyOf(whole, whole.length + 1), "a byte too many");
        assertPassedOver(Arrays.copyOf(whole, 2 * whole.length), "appended zeros");
    }

    @Test
    void editedStepsAreSeen() throws IOException {
        int at = stepAt();
        assertEquals(12, ByteBuffer.wrap(whole).getInt(at));
        for (int step :
                new int[] {0, 1, 2, 3, 4, 7, 8, 11, 13, 15, 16, 17, -1, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            byte[] damaged = whole.clone();
            ByteBuffer.wrap(damaged).putInt(at, step);
            assertPassedOver(damaged, "step " + step);
        }
    }

    @Test
    void theBodyOfAnotherSeedIsSeen(@TempDir Path other) throws IOException {
        new Simulation(Problem.of(scenario(2)), Backends.select("cpu"), 1, Progress.NONE, other).run();
        byte[] stranger = Files.readAllBytes(CheckpointFiles.newest(other));
        assertEquals(whole.length, stranger.length);
        byte[] swapped = whole.clone();
        System.arraycopy(stranger, stepAt() + 4, swapped, stepAt() + 4, whole.length - stepAt() - 4);
        assertPassedOver(swapped, "another body");
        System.arraycopy(whole, stepAt() + 4, stranger, stepAt() + 4, whole.length - stepAt() - 4);
        assertPassedOver(stranger, "another header");
    }

    /** Damage that a checksum made anew would hide: fields are bounded all the same. */
    @ParameterizedTest
    @ValueSource(ints = {0, -1, STEPS, STEPS + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aStepOutsideTheRunIsRefused(int step) throws IOException {
        sealed(Noise.LAYOUT_VERSION, Arithmetic.LAYOUT_VERSION, 0, 0, yaml().length, step);
        assertRefused("step: " + step + " is not accepted; give a number from 1 to 15");
    }

    @Test
    void fieldsOutsideTheirRangeAreRefused() throws IOException {
        int noise = Noise.LAYOUT_VERSION;
        int layout = Arithmetic.LAYOUT_VERSION;
        sealed(noise + 1, layout, 0, 0, yaml().length, 12);
        assertRefused("written with noise layout " + (noise + 1) + "; this version has " + noise);
        sealed(noise, layout + 1, 0, 0, yaml().length, 12);
        assertRefused("written with layout of states " + (layout + 1) + "; this version has " + layout);
        sealed(noise, layout, 7, 0, yaml().length, 12);
        assertRefused("noise source: 7 is not accepted; give a number from 0 to 1");
        sealed(noise, layout, -1, 0, yaml().length, 12);
        assertRefused("noise source: -1");
        sealed(noise, layout, 0, 33, yaml().length, 12);
        assertRefused("length of the hash of tapes: 33 is not accepted; give a number from 0 to 32");
        sealed(noise, layout, 0, 0, -5, 12);
        assertRefused("length of the scenario: -5");
        sealed(noise, layout, 0, 0, Integer.MAX_VALUE, 12);
        assertRefused("ends within its header");
    }

    /** A body that is too short or too long for its scenario, under a checksum that fits. */
    @Test
    void aBodyOfAnotherSizeIsRefused() throws IOException {
        sealed(Noise.LAYOUT_VERSION, Arithmetic.LAYOUT_VERSION, 0, 0, yaml().length, 12);
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            Simulation simulation = simulation(scenario(1));
            ScenarioException refusal = assertThrows(ScenarioException.class, () -> simulation.resume(checkpoint));
            assertTrue(refusal.getMessage().contains("does not hold the agents"), refusal.getMessage());
        }
    }

    @Test
    void anOlderFormatIsRefusedByItsNumber() throws IOException {
        Files.write(
                newest, ByteBuffer.allocate(100).putInt(0x4d55524d).putInt(4).array());
        Files.delete(previous);
        assertRefused("state.bin: is of format 4, this version reads " + SealedFile.FORMAT);
    }

    @Test
    void whatIsNoFileIsRefused() throws IOException {
        Files.delete(newest);
        Files.delete(previous);
        assertRefused("holds no checkpoint; start the run again");
        Files.createDirectory(newest);
        assertRefused("state.bin: is not a file");
        Files.delete(newest);
        Files.createSymbolicLink(newest, folder.resolve("nothing"));
        assertRefused("state.bin: no such file");
        Files.delete(newest);
        Files.createSymbolicLink(newest, newest);
        assertRefused("state.bin: no such file");
    }

    @Test
    void whenBothAreDamagedBothAreNamedAndNothingChanges() throws IOException {
        Files.write(newest, Arrays.copyOf(whole, whole.length / 2));
        Files.write(previous, new byte[0]);
        String message = assertRefused("state.bin: is damaged: " + whole.length / 2 + " bytes long");
        assertTrue(message.contains("previous.bin: is damaged: 0 bytes long; start the run again"), message);
        assertEquals(whole.length / 2, Files.size(newest));
        assertEquals(0, Files.size(previous));
    }

    /** The damaged newest is never moved over the whole previous one, and a run from the start keeps nothing of the run before. */
    @Test
    void oneOfTheTwoIsWholeAtEveryMoment() throws IOException {
        byte[] before = Files.readAllBytes(previous);
        Files.write(newest, new byte[9]);
        assertEquals(8, resume("state.bin"));
        assertArrayEquals(before, Files.readAllBytes(previous));
        assertArrayEquals(whole, Files.readAllBytes(newest));
        CheckpointFiles ofAnotherRun = new CheckpointFiles(folder, null);
        ofAnotherRun.write(out -> out.writeInt(1));
        assertFalse(Files.exists(previous));
        ofAnotherRun.write(out -> out.writeInt(2));
        try (var content = SealedFile.open(previous)) {
            assertEquals(1, content.readInt());
        }
        try (Stream<Path> files = Files.list(newest.getParent())) {
            assertEquals(2, files.count(), "no part is left");
        }
    }

    /** What the previous one goes on to is asserted above. */
    private void assertPassedOver(byte[] damaged, String what) throws IOException {
        Files.write(newest, damaged);
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertEquals(previous, checkpoint.file(), what);
            String note = checkpoint.passedOver().orElseThrow();
            assertTrue(note.contains("state.bin: is "), what + ": " + note);
            assertTrue(note.endsWith("going on from " + previous + " instead, at step 8"), what + ": " + note);
            assertEquals(1, note.lines().count(), what);
        }
    }

    /**
     * Opens the last whole checkpoint, goes on from it and compares the ends.
     * @return its step
     */
    private int resume(String passedOver) {
        int[] first = {-1};
        Progress progress = (done, total) -> first[0] = first[0] < 0 ? done : first[0];
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            String note = checkpoint.passedOver().orElse("");
            assertTrue(passedOver.isEmpty() ? note.isEmpty() : note.contains(passedOver), note);
            RunResult rest = new Simulation(
                            Problem.of(checkpoint.scenario()), Backends.select("cpu-scalar"), 1, progress, folder)
                    .resume(checkpoint);
            for (int g = 0; g < rest.guidances().size(); g++) {
                assertSame(expected.guidances().get(g), rest.guidances().get(g));
            }
        }
        return first[0];
    }

    private static void assertSame(GuidanceResult one, GuidanceResult other) {
        assertArrayEquals(one.moments().mean(), other.moments().mean());
        assertArrayEquals(one.moments().variance(), other.moments().variance());
        assertArrayEquals(one.moments().power(), other.moments().power());
        assertEquals(one.energy(), other.energy());
        assertArrayEquals(one.terminalCovariance(), other.terminalCovariance());
    }

    private String assertRefused(String message) {
        ScenarioException refusal = assertThrows(ScenarioException.class, () -> Checkpoint.open(folder));
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
        assertEquals(1, refusal.getMessage().lines().count());
        return refusal.getMessage();
    }

    /** Replaces both checkpoints by one of all blocks with the fields given, no body, and a checksum that fits. */
    private void sealed(int noiseLayout, int layout, int noise, int hash, int length, int step) throws IOException {
        Files.deleteIfExists(previous);
        SealedFile.write(newest, out -> {
            for (int field : new int[] {noiseLayout, layout, noise, hash, length}) {
                out.writeInt(field);
            }
            out.write(yaml());
            for (int field : new int[] {step, Part.WHOLE.from(), Part.WHOLE.to()}) {
                out.writeInt(field);
            }
        });
    }

    /** Where the step lies: after head, five fields and the scenario. */
    private static int stepAt() {
        return 48 + 5 * Integer.BYTES + yaml().length;
    }

    private static byte[] yaml() {
        return ScenarioWriter.toYaml(scenario(1)).getBytes(StandardCharsets.UTF_8);
    }

    private Simulation simulation(Scenario scenario) {
        return new Simulation(
                Problem.of(scenario), Backends.select("cpu"), NoiseSource.PHILOX, 1, Progress.NONE, folder);
    }

    private static Scenario scenario(long seed) {
        return TestScenarios.demandResponse(1, 1100, STEPS, Scheme.EULER_MARUYAMA).toBuilder()
                .seed(seed)
                .output(new Output(1, 0, 0, 4))
                .build();
    }
}
