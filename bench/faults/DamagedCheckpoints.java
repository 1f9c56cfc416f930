import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Checkpoints that lost or changed bytes: resumed from an older one to the bits of an undisturbed run, or refused in one line. */
final class DamagedCheckpoints {

    private static final int HEADER_BYTES = 64;

    private final Path scratch;
    private final List<Path> stopped;
    private final SplittableRandom random;

    /** @param stopped folders of runs that were killed, with a checkpoint each */
    DamagedCheckpoints(Path scratch, List<Path> stopped, SplittableRandom random) {
        this.scratch = scratch;
        this.stopped = stopped;
        this.random = random;
    }

    /** @return what went wrong; empty if nothing did */
    String trial(int number) throws IOException {
        if (stopped.isEmpty()) {
            return "no run was killed after its first checkpoint";
        }
        Path source = stopped.get(number % stopped.size());
        Path folder = Folders.copy(source, scratch.resolve("damaged"));
        List<Path> files = Folders.checkpoints(folder);
        Path file = files.get(random.nextInt(3) > 0 ? 0 : files.size() - 1);
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = damaged(whole, number);
        if (Arrays.equals(whole, damaged)) {
            return "";
        }
        Files.write(file, damaged);
        Program.Outcome outcome = Program.here(List.of("resume", folder.toString(), "--quiet"));
        Path expected = scratch.resolve("undisturbed-" + source.getFileName().toString().replaceFirst("stopped-\\d+-", ""));
        boolean right = outcome.status() == 0 ? Folders.difference(expected, folder).isEmpty() : outcome.refused(2);
        return right ? "" : source.getFileName() + ", " + kind(number) + " in " + file.getFileName() + ": status "
                + outcome.status() + ", " + outcome.said();
    }

    private static String kind(int number) {
        return List.of("a bit", "a bit", "cut off", "another body", "a field").get(number % 5);
    }

    private byte[] damaged(byte[] whole, int number) throws IOException {
        int at = random.nextInt(whole.length);
        return switch (kind(number)) {
            case "a bit" -> flipped(whole, at);
            case "cut off" -> Arrays.copyOf(whole, at);
            case "another body" -> withOtherBody(whole, at);
            default -> withOtherField(whole);
        };
    }

    private byte[] flipped(byte[] whole, int at) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) (1 << random.nextInt(8));
        return damaged;
    }

    private byte[] withOtherBody(byte[] whole, int at) throws IOException {
        Path other = stopped.get(random.nextInt(stopped.size()));
        byte[] body = Files.readAllBytes(Folders.checkpoints(other).get(0));
        return Folders.joined(whole, at, body, Math.min(at, body.length));
    }

    /** One of the whole numbers at the beginning, or anywhere, one more or less. */
    private byte[] withOtherField(byte[] whole) {
        int last = random.nextBoolean() ? Math.min(HEADER_BYTES, whole.length) : whole.length;
        ByteBuffer damaged = ByteBuffer.wrap(whole.clone());
        int at = random.nextInt((last - Integer.BYTES) / Integer.BYTES) * Integer.BYTES;
        damaged.putInt(at, damaged.getInt(at) + (random.nextBoolean() ? 1 : -1));
        return damaged.array();
    }
}
