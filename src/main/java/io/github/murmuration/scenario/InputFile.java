package io.github.murmuration.scenario;

import io.github.murmuration.file.Sha256;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens the files that a scenario is made of; what is wrong with one is said without naming it again. */
public final class InputFile {
    private static final long LONGEST_TEXT = 1L << 26;

    private InputFile() {}

    static String text(Path file) {
        check(file);
        try {
            if (Files.size(file) > LONGEST_TEXT) {
                String found = (Files.size(file) >> 20) + " MiB";
                String accepted =
                        "at most " + (LONGEST_TEXT >> 20) + ", with long samples and patterns in csv or npy files";
                throw ScenarioException.refused("", found, accepted);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Rows [n][d] of a CSV or npy file in the folder; an absolute name stands for itself. */
    static double[][] rows(Path folder, String name) {
        String lowered = name.toLowerCase(Locale.ROOT);
        if (!lowered.endsWith(".csv") && !lowered.endsWith(".npy")) {
            throw new ScenarioException("", "neither .csv nor .npy; give a file of one of these kinds");
        }
        Path file = resolve(folder, name);
        return lowered.endsWith(".npy")
                ? npy(file, List.of("(n,)", "(n, d)")).rows()
                : csv(file).rows();
    }

    static CsvTable csv(Path file) {
        check(file);
        try {
            return CsvReader.read(file);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Rows, their numbers in float64 and in float32, and what copying one to the other takes. */
    public static void requireHeap(Path file, long rows, long numbers) {
        String what = String.format(Locale.ROOT, "%s: %,d rows of %,d numbers in all", file, rows, numbers);
        HeapException.require(what, 32.0 * (rows + numbers), "give fewer rows");
    }

    /**
     * @param shapes that are accepted, one for every number of axes
     */
    static NpyTable npy(Path file, List<String> shapes) {
        check(file);
        try {
            return NpyReader.read(file, shapes);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    static Path resolve(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new ScenarioException("", "not a file name");
        }
    }

    /**
     * @param hash SHA-256 that the file is to have
     *
     * @throws ScenarioException it has another
     */
    static void checkHash(Path file, YamlNode hash) {
        check(file);
        String wanted = hash.source("a SHA-256");
        try {
            String found = Sha256.of(file);
            if (!found.equals(wanted)) {
                throw hash.refused("that of the file, " + found);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * @throws ScenarioException not a file that can be read
     */
    public static void check(Path file) {
        if (Files.notExists(file)) {
            throw new ScenarioException(
                    "", "no such file in " + file.toAbsolutePath().getParent());
        }
        if (Files.isDirectory(file)) {
            throw new ScenarioException("", "a folder; give a file");
        }
        if (!Files.isRegularFile(file)) {
            throw new ScenarioException("", "a device, pipe or socket; give a file");
        }
        if (!Files.isReadable(file)) {
            throw new ScenarioException("", "cannot be read; check its permissions");
        }
    }

    /** What is wrong with a file that could not be read to its end. */
    public static ScenarioException failure(IOException e) {
        boolean encoding = e instanceof CharacterCodingException;
        return new ScenarioException("", encoding ? "not UTF-8 text" : "cannot be read: " + e.getMessage());
    }
}
