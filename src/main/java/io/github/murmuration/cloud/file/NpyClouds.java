package io.github.murmuration.cloud.file;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.file.Content;
import io.github.murmuration.file.NpyHeader;
import io.github.murmuration.scenario.NpyTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Clouds as one npy array of float64: [n][d], or [k][n][d]. */
public final class NpyClouds {

    private NpyClouds() {}

    static List<Cloud> read(Path file) {
        NpyTable table = NpyTable.read(file);
        int count = table.shape().length == 3 ? table.shape()[0] : 1;
        int points = table.rows().length / count;
        List<Cloud> clouds = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            clouds.add(Points.cloud(file, Arrays.copyOfRange(table.rows(), c * points, (c + 1) * points)));
        }
        return clouds;
    }

    /** @param clouds of n points in d dimensions each, written as [k][n][d] */
    public static Content content(List<Cloud> clouds) {
        return out -> {
            int d = clouds.get(0).dimension();
            out.write(NpyHeader.bytes("<f8", clouds.size(), clouds.get(0).size(), d));
            ByteBuffer row = ByteBuffer.allocate(d * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (Cloud cloud : clouds) {
                for (double[] point : cloud.points()) {
                    row.asDoubleBuffer().put(point);
                    out.write(row.array());
                }
            }
        };
    }
}
