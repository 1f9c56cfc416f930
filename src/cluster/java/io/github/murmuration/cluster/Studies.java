package io.github.murmuration.cluster;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.cli.FailureElsewhere;
import io.github.murmuration.cli.Murmuration;
import io.github.murmuration.cli.Placement;
import io.github.murmuration.cli.StudySession;
import io.github.murmuration.study.Study;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Studies as executors have them, made from the request by the program itself. A study that several tasks ask for is made once for each
 * task that works on it at a time.
 */
final class Studies {

    private static final Studies OF_EXECUTOR = new Studies();

    private final Deque<Asked> idle = new ArrayDeque<>();
    private String latest = "";

    private Studies() {}

    /** Those of this process. */
    static Studies ofExecutor() {
        return OF_EXECUTOR;
    }

    /** A study and what it runs on. */
    record Asked(Study study, Backend backend, NoiseSource noise) {}

    /** One that no other task works on until it is given back. */
    Asked take(Order order, List<String> machine) throws IOException {
        synchronized (this) {
            String key = order.request() + machine;
            if (!latest.equals(key)) {
                latest = key;
                idle.clear();
            }
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return made(order, machine);
    }

    synchronized void giveBack(Asked asked, Order order, List<String> machine) {
        if (latest.equals(order.request() + machine)) {
            idle.push(asked);
        }
    }

    private static Asked made(Order order, List<String> machine) throws IOException {
        Path folder = Files.createTempDirectory("murmuration-");
        Path scenario = folder.resolve("scenario.yaml");
        try {
            List<String> commandLine = order.commandLine(scenario, machine);
            Reader reader = new Reader();
            StringWriter errors = new StringWriter();
            int status = Murmuration.execute(
                    reader,
                    new PrintWriter(StringWriter.nullWriter()),
                    new PrintWriter(errors),
                    commandLine.toArray(String[]::new));
            if (status != 0) {
                throw new FailureElsewhere(status, last(errors.toString()).replaceFirst("^murmuration: ", ""));
            }
            return reader.asked;
        } finally {
            Files.deleteIfExists(scenario);
            Files.delete(folder);
        }
    }

    private static String last(String text) {
        return text.lines().reduce("", (before, line) -> line);
    }

    /** Takes the study in place of running it. */
    private static final class Reader implements Placement {

        private Asked asked;

        @Override
        public int study(StudySession session, Study study, Backend backend) {
            asked = new Asked(study, backend, session.noise());
            return 0;
        }
    }
}
