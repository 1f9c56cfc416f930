package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script, with a program in the place of Java that prints its locale and its arguments, one a line. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {

    @TempDir
    private Path folder;

    private Path script;
    private Path java;

    @BeforeEach
    void install() throws IOException {
        folder = folder.toRealPath();
        script = Files.createDirectories(folder.resolve("a home/bin")).resolve("murmuration");
        Files.copy(Path.of("src/main/dist/bin/murmuration"), script);
        java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"locale $LC_ALL\"\nprintf '%s\\n' \"$@\"\n");
        for (Path file : List.of(script, java)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private List<String> start(Path command, String locale) throws IOException, InterruptedException {
        return start(command, locale, Map.of());
    }

    private List<String> start(Path command, String locale, Map<String, String> more)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.toString(), "run", "two words").redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.remove("JAVA_OPTS");
        environment.put("JAVA_HOME", folder.resolve("jdk").toString());
        environment.put("LC_ALL", locale);
        environment.put("CDPATH", folder.toString());
        environment.putAll(more);
        Process process = builder.start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        assertEquals(0, process.waitFor(), lines::toString);
        return lines;
    }

    private void assertStartedFromHome(List<String> lines) {
        assertEquals(folder.resolve("a home/lib") + "/*", lines.get(lines.indexOf("-cp") + 1), lines::toString);
        assertEquals(List.of("run", "two words"), lines.subList(lines.size() - 2, lines.size()));
    }

    @Test
    void findsItsJarsWhereItLies() throws Exception {
        assertStartedFromHome(start(script, "C.UTF-8"));
    }

    @Test
    void findsItsJarsThroughLinksOfLinks() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("usr/bin"));
        Path relative =
                Files.createSymbolicLink(folder.resolve("usr/murmuration"), Path.of("../a home/bin/murmuration"));
        Path absolute = Files.createSymbolicLink(elsewhere.resolve("m1"), relative);
        Path link = Files.createSymbolicLink(elsewhere.resolve("m2"), Path.of("m1"));
        for (Path command : List.of(relative, absolute, link)) {
            assertStartedFromHome(start(command, "C.UTF-8"));
        }
    }

    @Test
    void givesJavaNamesInUtf8WhateverTheLocale() throws Exception {
        assertEquals("locale C.UTF-8", start(script, "C").get(0));
        assertEquals("locale C.UTF-8", start(script, "no_SUCH.UTF-8").get(0));
    }

    @Test
    void givesJavaTheFlagsItWants() throws Exception {
        List<String> lines = start(script, "C");
        assertTrue(lines.contains("jdk.incubator.vector"), lines::toString);
        assertTrue(lines.contains("--enable-native-access=ALL-UNNAMED"), lines::toString);
    }

    /** On few cores, for those who say nothing of memory: two collectors would be an error. */
    @Test
    void choosesACollectorWhereNobodyDid() throws Exception {
        for (int cores : new int[] {2, 16}) {
            Path tools = Files.createDirectories(folder.resolve("tools-" + cores));
            Path getconf = Files.writeString(tools.resolve("getconf"), "#!/bin/sh\necho " + cores + "\n");
            Files.setPosixFilePermissions(getconf, PosixFilePermissions.fromString("rwxr-xr-x"));
            String path = tools + ":" + System.getenv("PATH");
            for (String options : List.of("", "-Dx=y", "-XX:+UseG1GC", "-Xmx1g", "-XX:MaxRAMPercentage=50")) {
                List<String> lines = start(script, "C", Map.of("PATH", path, "JAVA_OPTS", options));
                boolean chosen = cores == 2 && (options.isEmpty() || options.equals("-Dx=y"));
                assertEquals(chosen, lines.contains("-XX:+UseSerialGC"), cores + " cores, " + options + lines);
            }
        }
    }

    /**
     * Java's own lines, and what the program writes after them, byte by byte; the status is Java's. This Java does not wait for the
     * process that passes its standard error on, as the program does, so a pipe does.
     */
    @Test
    void takesTheNoticeOfTheVectorModuleOutAndNothingElse() throws Exception {
        String notice = "WARNING: Using incubator modules: jdk.incubator.vector";
        Files.writeString(
                java,
                "#!/bin/sh\nprintf 'NOTE: a  note\\\\n\\n" + notice + "\\n\\r 10 %% \\n" + notice
                        + "\\nno newline' >&2\nexit 3\n");
        Path status = folder.resolve("status");
        ProcessBuilder builder = new ProcessBuilder(
                "sh", "-c", "{ \"$0\" 2>&1; echo $? >\"$1\"; } | cat", script.toString(), status.toString());
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        Process process = builder.start();
        assertEquals(
                "NOTE: a  note\\n\n\r 10 % \n" + notice + "\nno newline",
                new String(process.getInputStream().readAllBytes()));
        assertEquals(0, process.waitFor());
        assertEquals("3\n", Files.readString(status));
    }
}
