package io.github.murmuration.cloud.file;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.scenario.InputFile;
import io.github.murmuration.scenario.ScenarioException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The vertices of a ply file; colours, normals and what comes after the vertices are not read. */
final class PlyReader {

    private final TextLines lines;
    private final PlyHeader header;

    private PlyReader(TextLines lines, PlyHeader header) {
        this.lines = lines;
        this.header = header;
    }

    static Cloud read(Path file) throws IOException {
        try (TextLines lines = new TextLines(file)) {
            PlyHeader header = PlyHeader.read(lines);
            PlyReader reader = new PlyReader(lines, header);
            reader.checkLength();
            InputFile.requireHeap(file, header.vertices(), (long) header.vertices() * header.coordinates().length);
            double[][] points = new double[header.vertices()][];
            for (int i = 0; i < points.length; i++) {
                points[i] = header.encoding() == PlyEncoding.ASCII ? reader.line(i) : reader.binary(i);
            }
            return new Cloud(points);
        }
    }

    /** Before any point is allocated: the header may ask for more than there is. In text a number takes two bytes, with what separates it. */
    private void checkLength() {
        boolean text = header.encoding() == PlyEncoding.ASCII;
        long least = (long) header.vertices() * (text ? 2 * header.types().size() : header.stride()) - (text ? 1 : 0);
        if (lines.left() < least) {
            String accepted = "at least " + least + ", as the header says (truncated file?)";
            throw ScenarioException.refused("", lines.left() + " bytes of data", accepted);
        }
    }

    private double[] line(int i) throws IOException {
        String line = lines.next("vertex " + i);
        String[] cells = line.split("\\s+");
        if (cells.length != header.types().size()) {
            String accepted = header.types().size() + ", as the header says";
            throw ScenarioException.refused(lines.place(), "a vertex of " + cells.length + " numbers", accepted);
        }
        double[] point = new double[header.coordinates().length];
        for (int j = 0; j < point.length; j++) {
            int column = header.coordinates()[j];
            point[j] = Points.number(lines.place() + ", column " + (column + 1), cells[column]);
        }
        return point;
    }

    private double[] binary(int i) throws IOException {
        byte[] bytes = lines.rest().readNBytes(header.stride());
        if (bytes.length < header.stride()) {
            throw new ScenarioException("vertex " + i, "the file ends here; write it again");
        }
        ByteBuffer data = ByteBuffer.wrap(bytes).order(header.encoding().order());
        double[] point = new double[header.coordinates().length];
        for (int j = 0; j < point.length; j++) {
            int property = header.coordinates()[j];
            double value = header.types().get(property).value(data, header.offset(property));
            point[j] = Points.finite("vertex " + i + ", " + TextClouds.AXES.charAt(j), value);
        }
        return point;
    }
}
