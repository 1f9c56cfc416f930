package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The manual pages that the build writes, against the commands that there are. */
class ManPagesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        ManPages.main(new String[] {folder.toString()});
    }

    @Test
    void everyCommandHasAPageWithItsOptions() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertTrue(names.containsAll(Set.of("murmuration.1", "murmuration-run.1", "murmuration-study-chaos.1")));
            assertEquals(
                    ManPages.commands(new Program(Placement.HERE).commands()).count(), names.size());
        }
        for (CommandLine command :
                ManPages.commands(new Program(Placement.HERE).commands()).toList()) {
            String page = page(ManPages.name(command));
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertTrue(page.contains("\\fB" + option.longestName().replace("-", "\\-") + "\\fR"), page);
            }
        }
    }

    @Test
    void thePageOfTheProgramNamesEveryCommand() throws IOException {
        String page = page("murmuration");
        for (String name :
                new Program(Placement.HERE).commands().getSubcommands().keySet()) {
            assertTrue(page.contains("\\fBmurmuration\\-" + name.replace("-", "\\-") + "\\fR(1)\n"), page);
        }
        assertTrue(page("murmuration-study").contains("\\fBmurmuration\\-study\\-hjb\\-scores\\fR(1)\n"));
    }

    /** By a program of another hand, where there is one: it finds nothing to warn of. */
    @Test
    void groffSetsThem() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "groff is not installed");
        List<String> words = new ArrayList<>(List.of("/usr/bin/groff", "-man", "-Tascii", "-ww"));
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().map(Path::toString).forEach(words::add);
        }
        Process process = new ProcessBuilder(words)
                .redirectOutput(folder.resolve("pages.txt").toFile())
                .start();
        assertEquals("", new String(process.getErrorStream().readAllBytes()));
        assertEquals(0, process.waitFor());
        assertTrue(Files.readString(folder.resolve("pages.txt")).contains("Simulate a scenario and report on it."));
    }

    private String page(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".1"));
    }
}
