package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Backends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs where figures cannot be drawn: they leave all data and a report, and one line says why there are no figures. */
class WithoutFiguresTest {

    /** All modules that the program asks for but java.desktop. */
    private static final String WITHOUT_GRAPHICS =
            "--limit-modules=java.management,java.logging,java.xml,jdk.unsupported,jdk.incubator.vector";

    /** What the font manager of a virtual machine loads: its own FreeType or that of the system, and what comes with them. */
    private static final List<String> LIBRARIES =
            List.of("libfontconfig.so.1", "libfreetype.so", "libfreetype.so.6", "libharfbuzz.so.0");

    /** Files by which a virtual machine finds out where it is: a link would lead it back. */
    private static final Set<String> PLACED = Set.of("bin/java", "lib/libjli.so", "lib/server/libjvm.so");

    private static final Path HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder;

    private final List<String> java =
            new ArrayList<>(List.of(HOME.resolve("bin").resolve("java").toString()));

    private final List<Path> links = new ArrayList<>();

    @Test
    void withoutGraphics() throws Exception {
        java.add(WITHOUT_GRAPHICS);
        leavesAllButFigures("cpu-scalar", "java.awt.");
        assertEquals(0, status("study chaos mean-field-ou --sizes=10,40 --replicas=4 --steps=40"), err());
        assertTrue(err().startsWith("murmuration: mean-field-ou: no figures could be drawn"), err());
        assertEquals(0, status("doctor"));
        assertTrue(Files.readString(folder.resolve("stdout")).contains("figures      do not work: "));
    }

    /** An empty configuration of fonts, as in containers that have none. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutFonts() throws Exception {
        Path none = Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        java.addAll(0, List.of("env", "FONTCONFIG_FILE=" + none));
        java.add("-Duser.home=" + folder);
        leavesAllButFigures("cpu-scalar", "font");
    }

    /** Empty files are found before the system's, and are no libraries. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutTheLibrariesOfFonts() throws Exception {
        Path none = Files.createDirectory(folder.resolve("libraries"));
        for (String library : LIBRARIES) {
            Files.createFile(none.resolve(library));
        }
        java.addAll(0, List.of("env", "LD_LIBRARY_PATH=" + none));
        leavesAllButFigures("cpu-scalar", "");
    }

    /** On a device, emulated or not, where there is one. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutAFontManager() throws Exception {
        boolean device = Backends.all().stream()
                .filter(backend -> backend.name().equals("cuda"))
                .map(Backend::availability)
                .anyMatch(Backend.Availability::usable);
        java.set(0, runtimeWithout("lib/libfontmanager.so").resolve("bin/java").toString());
        leavesAllButFigures(device ? "cuda" : "cpu-scalar", "fontmanager");
    }

    /** A runtime that is this one but for a file, by links. */
    private Path runtimeWithout(String left) throws IOException {
        Path runtime = folder.resolve("runtime");
        try (Stream<Path> files = Files.walk(HOME)) {
            for (Path file : files.toList()) {
                String name = HOME.relativize(file).toString();
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(runtime.resolve(name));
                } else if (PLACED.contains(name)) {
                    Files.copy(file, runtime.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                } else if (!name.equals(left)) {
                    links.add(Files.createSymbolicLink(runtime.resolve(name), file));
                }
            }
        }
        return runtime;
    }

    /** A folder that is removed with links out of it would be warned of. */
    @AfterEach
    void removeLinks() throws IOException {
        for (Path link : links) {
            Files.delete(link);
        }
    }

    private void leavesAllButFigures(String backend, String reason) throws Exception {
        assertEquals(0, status("run demand-response --agents=200 --steps=16 --backend=" + backend), err());
        assertEquals(1, err().lines().count(), err());
        assertTrue(
                err().startsWith("murmuration: demand-response: no figures could be drawn, the rest is there: "),
                err());
        assertTrue(err().contains(reason), err());
        Set<String> expected = new HashSet<>(Set.of("component-moments.csv", "scenario.yaml", "summary.json"));
        expected.addAll(Set.of("moments.csv", "moments.npz", "paths.npz", "density.npz", "histogram.csv"));
        expected.addAll(Set.of("report.html", ".murmuration"));
        assertEquals(expected, names());
        assertTrue(Files.readString(folder.resolve("out/report.html")).contains("No figures could be drawn: "));
    }

    private int status(String command) throws Exception {
        List<String> words = new ArrayList<>(java);
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Murmuration.class.getName()));
        words.addAll(List.of(command.split(" ")));
        if (!command.equals("doctor")) {
            words.addAll(List.of("--quiet", "--out=" + folder.resolve("out")));
        }
        return new ProcessBuilder(words)
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile())
                .start()
                .waitFor();
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
