import io.github.murmuration.rng.Noise;
import io.github.murmuration.rng.Stream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.List;

/**
 * The program's noise as the test batteries read it: little-endian 32-bit words on standard output, until the reader has enough.
 *
 * <p>A number is a function of (seed, stream, agent, step, component). An order says which of the five runs fastest, which next, and
 * over how many values; the last one named runs on without end. NoiseWords ORDER words|normals [SEED]; see bench/noise/run.
 */
class NoiseWords {

    private enum Axis {
        SEED,
        STREAM,
        AGENT,
        STEP,
        COMPONENT
    }

    /** An axis and the number of its values, which are counted from 0. */
    private record Range(Axis axis, long length) {}

    private static final Stream[] STREAMS = Stream.values();
    private static final int BUFFER_WORDS = 1 << 16;

    private final long seed;
    private final boolean normals;
    private final List<Range> ranges;
    private final long[] position = new long[Axis.values().length];
    private final int[] words = new int[Noise.ROWS];
    private final float[] values = new float[Noise.ROWS];

    private NoiseWords(List<Range> ranges, boolean normals, long seed) {
        this.ranges = ranges;
        this.normals = normals;
        this.seed = seed;
        position[Axis.STREAM.ordinal()] = Stream.INCREMENT.ordinal();
    }

    public static void main(String[] args) throws IOException {
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 0;
        NoiseWords noise = new NoiseWords(order(args[0]), args[1].equals("normals"), seed);
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_WORDS * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel out = new FileOutputStream(FileDescriptor.out).getChannel()) {
            while (true) {
                noise.fill(buffer.clear());
                for (buffer.flip(); buffer.hasRemaining(); ) {
                    out.write(buffer);
                }
            }
        } catch (IOException e) {
            System.exit(0); // the reader has closed the pipe
        }
    }

    private static List<Range> order(String name) {
        Range steps = new Range(Axis.STEP, 1L << 31);
        Range agents = new Range(Axis.AGENT, Long.MAX_VALUE);
        return switch (name) {
            case "agents" -> List.of(new Range(Axis.AGENT, 100_003), new Range(Axis.COMPONENT, 4), steps);
            case "steps" -> List.of(
                    new Range(Axis.STEP, 1000),
                    new Range(Axis.COMPONENT, 4),
                    agents);
            case "components" -> List.of(
                    new Range(Axis.COMPONENT, 32),
                    new Range(Axis.STEP, 1000),
                    agents);
            case "seeds" -> List.of(
                    new Range(Axis.SEED, 1 << 20), new Range(Axis.AGENT, 4096), steps);
            case "streams" -> List.of(
                    new Range(Axis.STREAM, STREAMS.length), new Range(Axis.AGENT, 4096), steps);
            default -> throw new IllegalArgumentException(
                    name + " is no order: agents, steps, components, seeds, streams");
        };
    }

    private void fill(ByteBuffer buffer) {
        while (buffer.hasRemaining()) {
            buffer.putInt(number());
            advance();
        }
    }

    private int number() {
        long key = seed + position[Axis.SEED.ordinal()];
        Stream stream = STREAMS[(int) position[Axis.STREAM.ordinal()]];
        long agent = position[Axis.AGENT.ordinal()];
        int step = (int) position[Axis.STEP.ordinal()];
        int component = (int) position[Axis.COMPONENT.ordinal()];
        if (normals) {
            Noise.normals(key, stream, Noise.column(agent), step, component, words, values);
            return Float.floatToRawIntBits(values[Noise.row(agent)]);
        }
        Noise.words(key, stream, Noise.column(agent), step, component, words);
        return words[Noise.row(agent)];
    }

    /** The next position: the fastest axis that has a next value moves, those before it start again. */
    private void advance() {
        for (Range range : ranges) {
            int axis = range.axis.ordinal();
            if (++position[axis] < range.length) {
                return;
            }
            position[axis] = 0;
        }
    }
}
