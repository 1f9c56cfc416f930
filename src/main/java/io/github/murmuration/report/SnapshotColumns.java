package io.github.murmuration.report;

import io.github.murmuration.file.NpyHeader;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.sim.Snapshot;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a snapshot holds, an array of N numbers for each column: a coordinate, a mark, or the labels. */
final class SnapshotColumns {

    /** Rows that are read at a time. */
    private static final int ROWS = 1 << 14;

    private final Snapshot snapshot;
    private final int agents;

    /** @param agents N */
    SnapshotColumns(Snapshot snapshot, long agents) {
        this.snapshot = snapshot;
        this.agents = Math.toIntExact(agents);
    }

    /** By name, float32 or int8 [N]. */
    Map<String, Object> read(Scenario scenario) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(snapshot.file()), 1 << 16)) {
            if (snapshot.name().startsWith("labels")) {
                in.skipNBytes(NpyHeader.bytes("|u1", agents).length);
                return Map.of("labels", in.readNBytes(agents));
            }
            return floats(in, names(scenario));
        }
    }

    private List<String> names(Scenario scenario) {
        return snapshot.name().startsWith("marks")
                ? List.copyOf(
                        scenario.dynamics().written().orElseThrow().marks().keySet())
                : scenario.coordinates();
    }

    private Map<String, Object> floats(InputStream in, List<String> names) throws IOException {
        in.skipNBytes(NpyHeader.bytes("<f4", agents, names.size()).length);
        float[][] columns = new float[names.size()][agents];
        for (int first = 0; first < agents; first += ROWS) {
            int rows = Math.min(ROWS, agents - first);
            ByteBuffer read = ByteBuffer.wrap(in.readNBytes(rows * columns.length * Float.BYTES))
                    .order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < rows; i++) {
                for (float[] column : columns) {
                    column[first + i] = read.getFloat();
                }
            }
        }
        Map<String, Object> named = new LinkedHashMap<>();
        for (int c = 0; c < columns.length; c++) {
            named.put(names.get(c), columns[c]);
        }
        return named;
    }
}
