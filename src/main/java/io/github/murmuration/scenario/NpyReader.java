package io.github.murmuration.scenario;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arrays in NumPy's npy format, versions 1.0 to 3.0: little-endian float32 or float64 in C order, of shape (n,) or
 * (n, d). Source: numpy.lib.format, "NPY format".
 */
final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern DESCRIPTION = Pattern.compile("'descr':\\s*'([^']*)'");
    private static final Pattern FORTRAN_ORDER = Pattern.compile("'fortran_order':\\s*True");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*(\\([^)]*\\))");
    private static final Pattern ONE_OR_TWO = Pattern.compile("\\((\\d{1,18}),(?:\\s*(\\d{1,8}),?)?\\s*\\)");
    private static final int LONGEST_HEADER = 1 << 16;

    private final Path file;
    private final InputStream in;
    private long consumed;

    private NpyReader(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Rows [n][d] of the file, d = 1 for shape (n,); {@link ScenarioException} if it is another kind of array. */
    static double[][] read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new NpyReader(file, in).rows();
        }
    }

    private double[][] rows() throws IOException {
        String header = header();
        int bytes = bytesPerNumber(header);
        if (FORTRAN_ORDER.matcher(header).find()) {
            throw ScenarioException.refused("", "Fortran order", "an array in C order (numpy.ascontiguousarray)");
        }
        long[] shape = shape(header);
        checkLength(shape, bytes);
        InputFile.requireHeap(file, shape[0], shape[0] * shape[1]);
        double[][] rows = new double[(int) shape[0]][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row((int) shape[1], bytes);
        }
        return rows;
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

    private static long[] shape(String header) {
        String text = first(SHAPE, header);
        Matcher shape = ONE_OR_TWO.matcher(text);
        if (!shape.matches()) {
            throw ScenarioException.refused("", "shape " + text, "shape (n,) or (n, d)");
        }
        long[] sizes = {Long.parseLong(shape.group(1)), shape.group(2) == null ? 1 : Long.parseLong(shape.group(2))};
        if (sizes[0] == 0 || sizes[1] == 0 || sizes[0] > Integer.MAX_VALUE - 8) {
            throw ScenarioException.refused("", "shape " + text, "at least one row of at least one number, in memory");
        }
        return sizes;
    }

    /** Before any row is allocated: the header may ask for more than there is. */
    private void checkLength(long[] shape, int bytes) throws IOException {
        // At most 2^31 * 10^8 * 8, which a long holds.
        long expected = shape[0] * shape[1] * bytes;
        long found = Files.size(file) - consumed;
        if (expected != found) {
            String accepted = expected + ", as its header says (truncated file?)";
            throw ScenarioException.refused("", found + " bytes of data", accepted);
        }
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
