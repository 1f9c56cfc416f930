package io.github.murmuration.study.throughput;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counters of the processor packages that Linux shows under /sys/class/powercap, in microjoules; they begin again at their range. */
final class ProcessorPower implements Power {

    private static final Path COUNTERS = Path.of("/sys/class/powercap");
    private static final double MICRO = 1e-6;

    private final Map<Path, Long> last = new LinkedHashMap<>();
    private double microjoules;

    ProcessorPower() {
        try (DirectoryStream<Path> packages = Files.newDirectoryStream(COUNTERS, "intel-rapl:?")) {
            for (Path each : packages) {
                last.put(each, read(each, "energy_uj"));
            }
        } catch (IOException | NumberFormatException e) {
            last.clear();
        }
    }

    @Override
    public double joules() {
        if (last.isEmpty()) {
            return Double.NaN;
        }
        try {
            for (Map.Entry<Path, Long> counter : last.entrySet()) {
                long now = read(counter.getKey(), "energy_uj");
                long taken = now - counter.getValue();
                microjoules += taken >= 0 ? taken : taken + read(counter.getKey(), "max_energy_range_uj");
                counter.setValue(now);
            }
        } catch (IOException | NumberFormatException e) {
            last.clear();
            return Double.NaN;
        }
        return MICRO * microjoules;
    }

    private static long read(Path counter, String file) throws IOException {
        return Long.parseLong(Files.readString(counter.resolve(file)).strip());
    }
}
