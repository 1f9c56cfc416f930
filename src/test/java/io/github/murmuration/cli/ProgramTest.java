package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.report.OutputFolder;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process: what the operating system gives it and what it gives back. */
class ProgramTest {

    private static final String RUN = "run mean-field-ou --backend=cpu-scalar";
    private static final String SMALL = RUN + " --agents=200 --steps=16";

    /** One point, from a file that the test writes. */
    private static final String DRIFT = "drift demand-response --guidance=zero --points=POINTS";

    @TempDir
    private Path folder;

    private final List<String> java = new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));

    @Test
    void aSecondProcessIsRefusedWithTheFirst() throws Exception {
        try (OutputFolder mine = OutputFolder.open(folder.resolve("out"))) {
            assertEquals(2, status(SMALL + " --quiet --out=" + mine.path()));
            String first = Long.toString(ProcessHandle.current().pid());
            assertEquals(
                    "murmuration: --out: " + mine.path() + " is in use by process " + first
                            + "; give another folder, or wait until that ends\n",
                    err());
            mine.write("a.csv", "1");
            mine.publish();
        }
        assertEquals(Set.of(".murmuration", "a.csv"), names());
        assertEquals(0, status(SMALL + " --quiet --out=" + folder.resolve("out")), err());
    }

    /** The lock is of the process, not of the file that it leaves. */
    @Test
    void aProcessThatWasKilledLeavesTheFolderToTheNext() throws Exception {
        Process first = start(RUN + " --agents=200 --steps=1_000_000 --out=" + folder.resolve("out"), Redirect.DISCARD);
        while (!Files.exists(folder.resolve("out/.murmuration/lock")) && first.isAlive()) {
            Thread.sleep(20);
        }
        first.destroyForcibly().waitFor();
        assertEquals(0, status(SMALL + " --quiet --out=" + folder.resolve("out")), err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "--help", DRIFT, SMALL + " --json"})
    @EnabledOnOs(OS.LINUX)
    void standardOutputThatIsFullIsAFailure(String command) throws Exception {
        Process process = start(inFolder(command), Redirect.to(new File("/dev/full")));
        assertEquals(3, process.waitFor(), err());
        assertTrue(err().contains("murmuration: standard output cannot be written: No space left on device\n"), err());
        assertFalse(err().contains("\tat "), err());
        if (command.startsWith("run ")) {
            assertTrue(names().contains("report.html"), "the files are there all the same");
        }
    }

    /** The reader closes the pipe before the first line: that is its right. */
    @ParameterizedTest
    @ValueSource(strings = {"list", SMALL + " --quiet --json"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeThatIsClosedIsNoFailure(String command) throws Exception {
        Process process = start(inFolder(command), Redirect.PIPE);
        process.getInputStream().close();
        assertEquals(0, process.waitFor(), err());
        assertEquals("", err());
    }

    /** A limit on the size of files stands for a disk that is full. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFullDiskLeavesTheOldFilesAndNoParts() throws Exception {
        assertEquals(0, status(SMALL + " --quiet --out=" + folder.resolve("out")), err());
        java.addAll(0, List.of("sh", "-c", "ulimit -f 256; exec \"$@\"", "sh"));
        isFull("moments.csv", " --agents=200 --steps=3_000");
        isFull("checkpoint/state.bin", " --agents=1e5 --steps=16 --set output.checkpoint-every=8");
    }

    private void isFull(String file, String large) throws Exception {
        String old = Files.readString(folder.resolve("out/moments.csv"));
        Set<String> names = names();
        assertEquals(3, status(RUN + large + " --quiet --out=" + folder.resolve("out")), err());
        String message = "murmuration: " + folder.resolve("out").resolve(file)
                + " cannot be written: File too large; it takes [0-9,]{7,} bytes, and [0-9,]+ are free there\n";
        assertTrue(err().matches(message), err());
        assertEquals(old, Files.readString(folder.resolve("out/moments.csv")));
        names.add("checkpoint");
        assertTrue(names.containsAll(names()), names().toString());
        assertFalse(Files.exists(folder.resolve("out/.murmuration/new")));
    }

    private String inFolder(String command) throws IOException {
        Path points = Files.writeString(folder.resolve("points.csv"), "t,z_0,x_0\n0,0,0\n");
        return command.startsWith("run ")
                ? command + " --out=" + folder.resolve("out")
                : command.replace("POINTS", points.toString());
    }

    private int status(String command) throws Exception {
        return start(command, Redirect.to(folder.resolve("stdout").toFile())).waitFor();
    }

    private Process start(String command, Redirect out) throws IOException {
        List<String> words = new ArrayList<>(java);
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Murmuration.class.getName()));
        words.addAll(List.of(command.split(" ")));
        return new ProcessBuilder(words)
                .redirectOutput(out)
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("stderr"));
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
