package io.github.murmuration.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** The scenario of a command that leaves arrays. */
final class RecordedScenarioOptions extends ScenarioOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Arrays as npy (NumPy's npz and npy) or hdf5 (which netCDF-4 programs open too).")
    private String format;

    @Override
    void addTo(Map<String, String> overrides) {
        put(overrides, "output.format", format);
    }
}
