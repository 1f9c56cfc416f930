package io.github.murmuration.scenario;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arrays in NumPy's npy format, versions 1.0 to 3.0: little-endian float32 or float64 in C order, of shape (n,),
 * (n, d) or (k, n, d). Source: numpy.lib.format, "NPY format".
 */
final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern DESCRIPTION = Pattern.compile("'descr':\\s*'([^']*)'");
    private static final Pattern FORTRAN_ORDER = Pattern.compile("'fortran_order':\\s*True");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*(\\([^)]*\\))");
    private static final Pattern AXES = Pattern.compile("\\(\\d{1,10},(?:\\s*\\d{1,8},?){0,2}\\s*\\)");
    private static final Pattern AXIS = Pattern.compile("\\d+");
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final int LONGEST_HEADER = 1 << 16;

    private final Path file;
    private final InputStream in;
    private final List<String> shapes;
    private long consumed;

    private NpyReader(Path file, InputStream in, List<String> shapes) {
        this.file = file;
        this.in = in;
        this.shapes = shapes;
    }

    /**
     * {@link ScenarioException} if it is another kind of array.
     * @param shapes that are accepted, one for every number of axes
     */
    static NpyTable read(Path file, List<String> shapes) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new NpyReader(file, in, shapes).table();
        }
    }

    private NpyTable table() throws IOException {
        String header = header();
        int bytes = bytesPerNumber(header);
        if (FORTRAN_ORDER.matcher(header).find()) {
            throw ScenarioException.refused("", "Fortran order", "an array in C order (numpy.ascontiguousarray)");
        }
        int[] shape = shape(header);
        int width = shape.length == 1 ? 1 : shape[shape.length - 1];
        long count = numbers(shape, bytes) / width;
        InputFile.requireHeap(file, count, count * width);
        if (count > LONGEST_ARRAY) {
            throw ScenarioException.refused("", count + " rows", "at most " + LONGEST_ARRAY);
        }
        double[][] rows = new double[(int) count][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(width, bytes);
        }
        return new NpyTable(shape, rows);
    }

    private String header() throws IOException {
        byte[] start = bytes(MAGIC.length + 2);
        int version = start[MAGIC.length];
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ScenarioException("", "not an npy file; write it with numpy.save");
        }
        if (version < 1 || version > 3) {
            throw ScenarioException.refused("", "npy version " + version, "version 1, 2 or 3");
        }
        ByteBuffer length = littleEndian(version == 1 ? 2 : 4);
        int bytes = version == 1 ? Short.toUnsignedInt(length.getShort()) : length.getInt();
        if (bytes < 0 || bytes > LONGEST_HEADER) {
            throw new ScenarioException("", "the npy header is damaged; write the file again");
        }
        return new String(bytes(bytes), StandardCharsets.UTF_8);
    }

    private static int bytesPerNumber(String header) {
        String type = first(DESCRIPTION, header);
        return switch (type) {
            case "<f4" -> Float.BYTES;
            case "<f8" -> Double.BYTES;
            default ->
                throw ScenarioException.refused("", "numbers of type " + type, "float32 or float64 ('<f4', '<f8')");
        };
    }

    private int[] shape(String header) {
        String text = first(SHAPE, header);
        if (!AXES.matcher(text).matches()) {
            throw unacceptable(text);
        }
        long[] sizes = AXIS.matcher(text)
                .results()
                .mapToLong(axis -> Long.parseLong(axis.group()))
                .toArray();
        if (sizes.length > shapes.size()) {
            throw unacceptable(text);
        }
        if (Arrays.stream(sizes).anyMatch(size -> size == 0 || size > LONGEST_ARRAY)) {
            throw ScenarioException.refused("", "shape " + text, "at least one row of at least one number, in memory");
        }
        return Arrays.stream(sizes).mapToInt(size -> (int) size).toArray();
    }

    private ScenarioException unacceptable(String text) {
        int last = shapes.size() - 1;
        String accepted = "shape " + String.join(", ", shapes.subList(0, last)) + " or " + shapes.get(last);
        return ScenarioException.refused("", "shape " + text, accepted);
    }

    /** Before any row is allocated: the header may ask for more than there is. */
    private long numbers(int[] shape, int bytes) throws IOException {
        long found = Files.size(file) - consumed;
        BigInteger expected = Arrays.stream(shape)
                .mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.valueOf(bytes), BigInteger::multiply);
        if (!expected.equals(BigInteger.valueOf(found))) {
            String accepted = expected + ", as its header says (truncated file?)";
            throw ScenarioException.refused("", found + " bytes of data", accepted);
        }
        return found / bytes;
    }

    private double[] row(int d, int bytes) throws IOException {
        ByteBuffer data = littleEndian(d * bytes);
        double[] row = new double[d];
        for (int j = 0; j < d; j++) {
            row[j] = bytes == Float.BYTES ? data.getFloat() : data.getDouble();
        }
        return row;
    }

    private ByteBuffer littleEndian(int count) throws IOException {
        return ByteBuffer.wrap(bytes(count)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new ScenarioException("", "the npy header is truncated; write the file again");
        }
        consumed += count;
        return bytes;
    }

    private static String first(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new ScenarioException("", "the npy header is damaged; write the file again");
        }
        return matcher.group(1);
    }
}
