import io.github.murmuration.cli.Murmuration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program: as a process of its own, which can be killed, and in this process, which is faster. */
final class Program {

    private static final long LONGEST_SECONDS = 120;

    /**
     * What a command came to.
     * @param status its exit status, or -1 if it had to be stopped.
     * @param err its standard error
     */
    record Outcome(int status, String err) {

        /** The first line of its standard error. */
        String said() {
            return err.strip().lines().findFirst().orElse("nothing on standard error");
        }

        /** Refused in one line of the program's own. */
        boolean refused(int... statuses) {
            return Arrays.stream(statuses).anyMatch(accepted -> accepted == status)
                    && err.strip().lines().count() == 1
                    && err.startsWith("murmuration: ")
                    && !err.contains("please report it");
        }
    }

    private Program() {}

    static Outcome here(List<String> arguments) {
        StringWriter err = new StringWriter();
        int status = Murmuration.execute(
                new PrintWriter(new StringWriter()), new PrintWriter(err), arguments.toArray(String[]::new));
        return new Outcome(status, err.toString());
    }

    /**
     * @param before words before the command, such as an environment.
     * @param err file of its standard error
     */
    static Process start(List<String> before, List<String> arguments, Path err) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add("target/murmuration/bin/murmuration");
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
    }

    static Outcome apart(List<String> before, List<String> arguments, Path err) throws Exception {
        return end(start(before, arguments, err), err);
    }

    static Outcome end(Process process, Path err) throws Exception {
        boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            kill(process);
        }
        return new Outcome(ended ? process.exitValue() : -1, text(err));
    }

    /**
     * SIGKILL, and what it had left is left.
     * @return whether it was still running
     */
    static boolean kill(Process process) throws InterruptedException {
        boolean running = process.isAlive();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return running;
    }

    /** Without what the virtual machine says of its own modules. */
    private static String text(Path err) throws IOException {
        return Files.readString(err, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("WARNING: "))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }
}
