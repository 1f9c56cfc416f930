package io.github.murmuration.cluster;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.cli.FailureElsewhere;
import io.github.murmuration.cli.Placement;
import io.github.murmuration.cli.Program;
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

/** Studies as executors have them, made from requests by the program itself, with one program for each task that runs at a time. */
final class Studies {

    private static final Studies OF_EXECUTOR = new Studies();

    private final Deque<Maker> idle = new ArrayDeque<>();

    private Studies() {}

    /** Those of this process. */
    static Studies ofExecutor() {
        return OF_EXECUTOR;
    }

    /** A study and what it runs on. */
    record Asked(Study study, Backend backend, NoiseSource noise) {}

    /** A maker for one task, which gives it back. The one that was given back last comes first: its study may be asked for again. */
    synchronized Maker take() {
        return idle.isEmpty() ? new Maker() : idle.pop();
    }

    /** Its study is over. */
    synchronized void giveBack(Maker maker) {
        idle.push(maker);
    }

    /** The program, which hands over the study of a command line and does not run it. */
    static final class Maker implements Placement {

        private final Program program = new Program(this);
        private Asked latest;
        private String of = "";

        /** The study of an order: the latest one again where the request is the same. */
        Asked study(Order order, List<String> machine) throws IOException {
            String key = order.request() + machine;
            if (!of.equals(key)) {
                of = "";
                read(order, machine);
                of = key;
            }
            return latest;
        }

        private void read(Order order, List<String> machine) throws IOException {
            Path folder = Files.createTempDirectory("murmuration-");
            Path scenario = folder.resolve("scenario.yaml");
            try {
                List<String> commandLine = order.commandLine(scenario, machine);
                StringWriter errors = new StringWriter();
                int status = program.execute(
                        new PrintWriter(StringWriter.nullWriter()),
                        new PrintWriter(errors),
                        commandLine.toArray(String[]::new));
                if (status != 0) {
                    throw new FailureElsewhere(status, last(errors.toString()).replaceFirst("^murmuration: ", ""));
                }
            } finally {
                Files.deleteIfExists(scenario);
                Files.delete(folder);
            }
        }

        @Override
        public int study(StudySession session, Study study, Backend backend) {
            latest = new Asked(study, backend, session.noise());
            return 0;
        }

        private static String last(String text) {
            return text.lines().reduce("", (before, line) -> line);
        }
    }
}
