package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in the README, as it stands there, compiled and run as it says, on the class path and on the module path. */
class ReadmeTest {

    private static final Pattern ENERGY = Pattern.compile("mean-field +([0-9.]+) +([0-9.]+) +([0-9.]+) .*");
    private static final Pattern LOOK = Pattern.compile("step ([0-9]+): ([0-9]+) of 10000 are right of 1");

    @TempDir
    private Path folder;

    @Test
    void theProgramRunsOnTheClassPath() throws Exception {
        runsWritesAReportAndLooksAtAgents("-cp", absolute(System.getProperty("java.class.path")));
    }

    @Test
    @Tag("slow")
    void theProgramRunsOnTheModulePath() throws Exception {
        runsWritesAReportAndLooksAtAgents(
                "-p", absolute(ModulePath.in(folder)), "--add-modules", "io.github.murmuration");
    }

    /** Every line that begins with jshell> is a snippet; the last one is the variance of 1000 agents, 0.169 +- 0.008 (the sd over 20 seeds). */
    @Test
    void theLinesForJshellWork() throws IOException {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            shell.eval("import java.util.*;"); // as the tool does at its start
            List<String> values = Files.readAllLines(Path.of("README.md")).stream()
                    .filter(line -> line.startsWith("    jshell> "))
                    .map(line -> value(shell, line.substring("    jshell> ".length())))
                    .toList();
            assertEquals(8, values.size());
            assertEquals("0", values.get(4));
            assertEquals(0.169, Double.parseDouble(values.get(7)), 5 * 0.008);
        }
    }

    private static String value(JShell shell, String snippet) {
        SnippetEvent event = shell.eval(
                        shell.sourceCodeAnalysis().analyzeCompletion(snippet).source())
                .get(0);
        assertEquals(Snippet.Status.VALID, event.status(), snippet);
        assertNull(event.exception(), snippet);
        return event.value();
    }

    private void runsWritesAReportAndLooksAtAgents(String... path) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("TwoModes.java"), program());
        List<String> lines = run(path);
        assertEnergy(first(ENERGY, lines));
        List<MatchResult> looks = lines.stream()
                .map(LOOK::matcher)
                .filter(line -> line.matches())
                .map(line -> line.toMatchResult())
                .toList();
        assertEquals(
                List.of("0", "250", "500", "750", "1000"),
                looks.stream().map(look -> look.group(1)).toList());
        // P(x > 1) at the end: 0.3 P(Z > -1/0.3) + 0.7 P(Z > 1/0.2) = 0.29987; 5 standard errors of 1e4 agents
        assertEquals(2998.7, Double.parseDouble(looks.get(4).group(2)), 5 * 45.8);
        assertTrue(Files.readString(folder.resolve("out/two-modes/report.html")).contains("uPlot"));
    }

    /** 13.7522: {@code exact} of a run, which other tests check; here it is what sampling and 1000 steps leave (0.04) that is looked at. */
    private static void assertEnergy(MatchResult row) {
        double error = Double.parseDouble(row.group(2));
        assertEquals(13.7522, Double.parseDouble(row.group(1)), 5 * error);
        assertEquals(13.752, Double.parseDouble(row.group(3)), 1e-3);
    }

    private static MatchResult first(Pattern pattern, List<String> lines) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(line -> line.matches())
                .findFirst()
                .orElseThrow(() -> new AssertionError(lines))
                .toMatchResult();
    }

    private static String program() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.startsWith("    import "))
                .takeWhile(line -> line.isEmpty() || line.startsWith("    "))
                .map(line -> line.isEmpty() ? line : line.substring(4))
                .collect(Collectors.joining("\n"));
    }

    private List<String> run(String... path) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.addAll(List.of(path));
        words.add("TwoModes.java");
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        return output.lines().toList();
    }

    /** The program runs elsewhere. */
    private static String absolute(String classpath) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(classpath)
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
