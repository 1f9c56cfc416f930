import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What else a machine does to a run. Every method returns what went wrong; empty if nothing did, null if it cannot be tried here. */
final class Machine {

    private final Path scratch;
    private final Kills kills;
    private final Case what = Case.all().get(0);

    Machine(Path scratch, Kills kills) {
        this.scratch = scratch;
        this.kills = kills;
    }

    /** The second to write in a folder is refused, and the first does not notice. */
    String twoWriters() throws Exception {
        Path expected = kills.undisturbed(what);
        Path folder = scratch.resolve("two-writers");
        Process first = Program.start(List.of(), kills.command(what, folder), scratch.resolve("first"));
        while (first.isAlive() && Folders.checkpoints(folder).isEmpty()) {
            Thread.sleep(10);
        }
        Program.Outcome second = Program.here(kills.command(what, folder));
        Program.Outcome whole = Program.end(first, scratch.resolve("first"));
        if (!second.refused(2) || !second.err().contains(Long.toString(pid(first)))) {
            return "the second: status " + second.status() + ", " + second.said();
        }
        return whole.status() == 0 ? Folders.difference(expected, folder) : "the first: " + whole.said();
    }

    /** The start script becomes the virtual machine, or has it as a child. */
    private static long pid(Process process) {
        return process.descendants().findFirst().map(ProcessHandle::pid).orElse(process.pid());
    }

    /** A disk of a megabyte: one line that speaks of space, and nothing half written. */
    String fullDisk() throws Exception {
        Path disk = Files.createDirectories(scratch.resolve("disk"));
        if (!mounted("size=1m", disk)) {
            return null;
        }
        try {
            List<String> command = new ArrayList<>(kills.command(what, disk.resolve("out")));
            command.add("--agents=1e5");
            Program.Outcome outcome = Program.here(command);
            List<String> parts = Folders.parts(disk);
            boolean right = outcome.refused(2, 3, 4) && outcome.err().contains("space") && parts.isEmpty();
            return right ? "" : "status " + outcome.status() + ", left " + parts + ", " + outcome.said();
        } finally {
            system("umount", disk.toString());
        }
    }

    /** A folder that cannot be written in is refused before anything is simulated. */
    String readOnly() throws Exception {
        Path disk = Files.createDirectories(scratch.resolve("read-only"));
        if (!mounted("ro", disk)) {
            return null;
        }
        try {
            Program.Outcome outcome = Program.here(kills.command(what, disk.resolve("out")));
            return outcome.refused(2) ? "" : "status " + outcome.status() + ", " + outcome.said();
        } finally {
            system("umount", disk.toString());
        }
    }

    /**
     * Without fonts, and without the libraries that read them (empty files stand before the system's), the data are the same, and one line
     * says that there are no figures.
     */
    String noFonts() throws Exception {
        Path none = Files.createDirectories(scratch.resolve("no-libraries"));
        for (String library : List.of("libfontconfig.so.1", "libfreetype.so", "libfreetype.so.6", "libharfbuzz.so.0")) {
            Files.write(none.resolve(library), new byte[0]);
        }
        Path folder = scratch.resolve("no-fonts");
        List<String> hidden = List.of("env", "LD_LIBRARY_PATH=" + none);
        Program.Outcome outcome = Program.apart(hidden, kills.command(what, folder), scratch.resolve("stderr"));
        boolean one = outcome.err().lines().count() == 1 && outcome.err().contains("no figures could be drawn");
        if (outcome.status() != 0 || !one) {
            return "status " + outcome.status() + ", " + outcome.err();
        }
        return Files.exists(folder.resolve("report.html"))
                ? Folders.differentData(kills.undisturbed(what), folder)
                : "no report.html";
    }

    /** A heap that does not hold the population: it runs, or one line says what is needed. */
    String smallHeap(String megabytes, String agents) throws Exception {
        List<String> command = new ArrayList<>(kills.command(what, scratch.resolve("small-heap")));
        command.add("--agents=" + agents);
        List<String> heap = List.of("env", "JAVA_OPTS=-Xmx" + megabytes + "m");
        Program.Outcome outcome = Program.apart(heap, command, scratch.resolve("stderr"));
        boolean right = outcome.status() == 0 || outcome.refused(2, 3);
        return right ? "" : "status " + outcome.status() + ", " + outcome.said();
    }

    private static boolean mounted(String option, Path folder) throws Exception {
        return system("mount", "-t", "tmpfs", "-o", option, "none", folder.toString()) == 0;
    }

    private static int system(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
