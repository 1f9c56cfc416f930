package io.github.murmuration.cli;

import io.github.murmuration.backend.Backend;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The machine that this program runs on, for reports. */
final class Machine {
    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /**
     * What ran and when, on which machine.
     *
     * @param threads 0 for one per core
     */
    static Map<String, String> run(CommandSpec command, Backend backend, int threads) {
        Map<String, String> facts = new LinkedHashMap<>();
        Placement placement = Murmuration.of(command).placement();
        facts.put("command", placement.shown(Options.commandLine(command)));
        facts.put(
                "date",
                OffsetDateTime.now(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        facts.putAll(placement.facts(backend, threads));
        facts.putAll(facts());
        return facts;
    }

    static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("murmuration", BuildVersion.number());
        facts.put("commit", BuildVersion.commit());
        facts.put("java", System.getProperty("java.version") + ", " + System.getProperty("java.vm.name"));
        facts.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        facts.put("host", firstLine(HOST, ""));
        facts.put(
                "processor",
                firstLine(PROCESSORS, "model name").replaceFirst(".*:", "").strip());
        facts.put("cores", Integer.toString(cores()));
        facts.put(
                "heap",
                String.format(Locale.ROOT, "%.1f GiB", Runtime.getRuntime().maxMemory() / 0x1p30));
        facts.put(
                "jvm flags",
                String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The first line of a file of the system that begins so; empty where there is none. */
    private static String firstLine(Path file, String begun) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(begun)).findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
