package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs that once brought the program down, kept as files; and undamaged ones, which it must take. */
class FuzzCorpusTest {

    @ParameterizedTest
    @MethodSource("corpus")
    void isDoneOrRefusedInOneLine(FuzzTarget target, Path file) throws IOException {
        Fuzzed.check(target, Files.readAllBytes(file));
    }

    /** The harness itself: what is valid is taken, so that a damaged input gets past the first check of its kind. */
    @ParameterizedTest
    @EnumSource(
            value = FuzzTarget.class,
            names = {"SCENARIO", "NPY", "CSV", "POINTS", "CHECKPOINT", "XYZ", "PLY"})
    void undamagedInputsAreTaken(FuzzTarget target) {
        for (byte[] input : target.valid()) {
            assertEquals(0, Fuzzed.check(target, input), new String(input));
        }
    }

    static Stream<Object[]> corpus() {
        return Arrays.stream(FuzzTarget.values()).flatMap(FuzzCorpusTest::files);
    }

    private static Stream<Object[]> files(FuzzTarget target) {
        if (!Files.isDirectory(target.corpus())) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(target.corpus())) {
            return files.sorted().map(file -> new Object[] {target, file}).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
