import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Runs and studies killed at random moments, half of them once more while they are resumed, then resumed to the end on a random backend
 * and number of threads: the data must have the bits of an undisturbed run.
 */
final class Kills {

    private static final int MOST_THREADS = 5;
    private static final int MOST_TRIES = 20;
    /** The latest kill, in units of the time that a command takes from its start to the first thing it keeps. */
    private static final double LATEST = 1.2;

    private final Path scratch;
    private final List<String> backends;
    private final SplittableRandom random;
    private final Map<String, Path> undisturbed = new HashMap<>();
    private double startSeconds = 1;
    private final List<Path> stopped = new ArrayList<>();

    Kills(Path scratch, List<String> backends, SplittableRandom random) {
        this.scratch = scratch;
        this.backends = backends;
        this.random = random;
    }

    /** @return what went wrong; empty if nothing did */
    String trial(Case what, int number) throws Exception {
        Path folder = scratch.resolve("killed-" + number + "-" + what.name());
        Path expected = undisturbed(what);
        List<String> begin = command(what, folder);
        for (int tries = 0; !killed(begin, folder, random.nextInt(5) > 0); tries++) {
            Folders.delete(folder);
            if (tries == MOST_TRIES) {
                return what.name() + ": done before it could be killed";
            }
        }
        keepStopped(what, folder, number);
        List<String> resume = List.of("resume", folder.toString(), "--quiet");
        if (random.nextBoolean() && Folders.kept(folder)) {
            killed(resume, folder, false);
        }
        List<String> again = new ArrayList<>(Folders.kept(folder) ? resume : begin);
        again.add("--backend=" + backends.get(random.nextInt(backends.size())));
        again.add("--threads=" + random.nextInt(1, MOST_THREADS));
        Program.Outcome outcome = Program.here(again);
        String difference = outcome.status() == 0 ? Folders.difference(expected, folder) : outcome.said();
        if (difference.isEmpty()) {
            Folders.delete(folder);
            return "";
        }
        return what.name() + ", " + String.join(" ", again) + ": status " + outcome.status() + ", " + difference;
    }

    /** Folders of runs as a kill left them, with at least one checkpoint. */
    List<Path> stopped() {
        return stopped;
    }

    /** The folder of a case that nothing disturbed. */
    Path undisturbed(Case what) throws Exception {
        Path folder = undisturbed.get(what.name());
        if (folder == null) {
            folder = scratch.resolve("undisturbed-" + what.name());
            Program.Outcome outcome = Program.here(command(what, folder));
            if (outcome.status() != 0) {
                throw new IllegalStateException(what.name() + " does not run undisturbed: " + outcome.err());
            }
            undisturbed.put(what.name(), folder);
        }
        return folder;
    }

    List<String> command(Case what, Path folder) throws Exception {
        Path scenario = scratch.resolve(what.name() + ".yaml");
        if (what.scenario() != null) {
            Files.writeString(scenario, what.scenario());
        }
        List<String> command = new ArrayList<>(what.arguments());
        command.replaceAll(word -> word.equals("SCENARIO") ? scenario.toString() : word);
        command.add("--out=" + folder);
        return command;
    }

    /**
     * Starts a command and kills it.
     * @param kept only after it has kept something to go on with.
     * @return false if it was done
     */
    private boolean killed(List<String> command, Path folder, boolean kept) throws Exception {
        double share = random.nextDouble(LATEST);
        long begun = System.nanoTime();
        Process process = Program.start(List.of(), command, scratch.resolve("stderr"));
        while (kept && process.isAlive() && !Folders.kept(folder)) {
            wait(process, 0.01);
        }
        startSeconds = kept ? (System.nanoTime() - begun) * 1e-9 : startSeconds;
        wait(process, share * startSeconds);
        return Program.kill(process);
    }

    private static void wait(Process process, double seconds) throws InterruptedException {
        process.waitFor((long) (1000 * seconds), TimeUnit.MILLISECONDS);
    }

    private void keepStopped(Case what, Path folder, int number) throws Exception {
        if (!what.isStudy() && !Folders.checkpoints(folder).isEmpty()) {
            stopped.add(Folders.copy(folder, scratch.resolve("stopped-" + number + "-" + what.name())));
        }
    }
}
