package io.github.murmuration.cloud.file;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.file.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A cloud as the vertices of a ply file, in float64. */
public final class PlyClouds {

    private PlyClouds() {}

    public static Content content(Cloud cloud, PlyEncoding encoding) {
        return out -> {
            out.write(header(cloud, encoding).getBytes(StandardCharsets.US_ASCII));
            if (encoding == PlyEncoding.ASCII) {
                TextClouds.points(out, cloud, " ");
            } else {
                records(out, cloud, encoding);
            }
        };
    }

    private static String header(Cloud cloud, PlyEncoding encoding) {
        StringBuilder header =
                new StringBuilder("ply\nformat " + encoding + " 1.0\nelement vertex " + cloud.size() + "\n");
        for (int j = 0; j < cloud.dimension(); j++) {
            header.append("property double ").append(TextClouds.AXES.charAt(j)).append('\n');
        }
        return header.append("end_header\n").toString();
    }

    private static void records(OutputStream out, Cloud cloud, PlyEncoding encoding) throws IOException {
        ByteBuffer record =
                ByteBuffer.allocate(cloud.dimension() * Double.BYTES).order(encoding.order());
        for (double[] point : cloud.points()) {
            record.asDoubleBuffer().put(point);
            out.write(record.array());
        }
    }
}
