import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.UnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/** Kills, damages and starves the program, and counts what came out right. See bench/faults/run. */
class Faults {

    private static final int MOST_SHOWN = 10;
    /** From one case to the next: few kills meet models and studies alike, and as many as there are cases meet them all. */
    private static final int STRIDE = 4;

    private int shortfalls;

    public static void main(String[] args) throws Exception {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int damages = args.length > 1 ? Integer.parseInt(args[1]) : 400;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        Path scratch = Files.createTempDirectory("murmuration-faults");
        Faults faults = new Faults();
        try {
            faults.run(scratch, kills, damages, seed);
        } finally {
            Folders.delete(scratch);
        }
        System.exit(faults.shortfalls == 0 ? 0 : 1);
    }

    private void run(Path scratch, int kills, int damages, long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> backends = backends();
        System.out.println("seed " + seed + ", backends " + String.join(", ", backends));
        Kills killing = new Kills(scratch, backends, random);
        List<Case> cases = Case.all();
        count("kills, each resumed to the same bits", kills, i ->
                killing.trial(cases.get(STRIDE * i % cases.size()), i));
        DamagedCheckpoints damaging = new DamagedCheckpoints(scratch, killing.stopped(), random);
        count(
                "damaged checkpoints refused, or resumed to the same bits from the older one",
                damages,
                damaging::trial);
        Machine machine = new Machine(scratch, killing);
        once("two writers in one folder", machine::twoWriters);
        once("a full disk", machine::fullDisk);
        once("a read-only folder", machine::readOnly);
        once("no fonts", machine::noFonts);
        once("a heap of 32 MB", () -> machine.smallHeap("32", "1e7"));
        once("a heap of 12 MB", () -> machine.smallHeap("12", "1e3"));
    }

    private static List<String> backends() {
        List<String> usable = new ArrayList<>(List.of("cpu", "cpu-scalar"));
        try {
            usable.add(Backends.select("cuda").name());
        } catch (UnavailableException e) {
            return usable;
        }
        return usable;
    }

    private interface Trial {
        /** @return what went wrong; empty if nothing did */
        String of(int number) throws Exception;
    }

    private void count(String what, int trials, Trial trial) throws Exception {
        int right = 0;
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < trials; i++) {
            String problem = trial.of(i);
            right += problem.isEmpty() ? 1 : 0;
            if (!problem.isEmpty()) {
                wrong.add(problem);
            }
        }
        report(right + " of " + trials + " " + what, wrong);
    }

    private void once(String what, Callable<String> trial) throws Exception {
        String problem = trial.call();
        if (problem == null) {
            System.out.println("not tried " + what + ": this machine allows no mounts");
        } else {
            report((problem.isEmpty() ? "1 of 1 " : "0 of 1 ") + what, problem.isEmpty() ? List.of() : List.of(problem));
        }
    }

    private void report(String line, List<String> wrong) {
        System.out.println(line);
        wrong.stream().limit(MOST_SHOWN).forEach(problem -> System.out.println("    " + problem));
        shortfalls += wrong.size();
    }
}
