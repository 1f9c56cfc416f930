package io.github.murmuration.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A standalone cluster on loopback, of a master and two worker processes, each with one core, for all tests of this process. */
final class SparkCluster {

    static final int WORKERS = 2;

    /** The program as it is distributed. */
    static final Path JAR = Path.of("target/murmuration/lib/murmuration.jar").toAbsolutePath();

    private static final Path SPARK = Path.of("target/spark").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Pattern MASTER = Pattern.compile("spark://127\\.0\\.0\\.1:\\d+");
    private static final int PATIENCE_SECONDS = 300;

    /** What spark-submit opens to Spark on Java 17. */
    private static final List<String> OPENED = Stream.of(
                    "java.base/java.lang",
                    "java.base/java.lang.invoke",
                    "java.base/java.lang.reflect",
                    "java.base/java.io",
                    "java.base/java.net",
                    "java.base/java.nio",
                    "java.base/java.util",
                    "java.base/java.util.concurrent",
                    "java.base/java.util.concurrent.atomic",
                    "java.base/jdk.internal.ref",
                    "java.base/sun.nio.ch",
                    "java.base/sun.nio.cs",
                    "java.base/sun.security.action",
                    "java.base/sun.util.calendar")
            .map(opened -> "--add-opens=" + opened + "=ALL-UNNAMED")
            .toList();

    private static SparkCluster shared;

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final String master;
    private int submitted;

    /** Started when it is first asked for, and stopped when this process ends. */
    static synchronized SparkCluster shared() throws IOException {
        if (shared == null) {
            shared = new SparkCluster(Files.createTempDirectory("murmuration-spark-"));
        }
        return shared;
    }

    /** @param folder for what its processes write */
    private SparkCluster(Path folder) throws IOException {
        this.folder = folder;
        Path log = folder.resolve("master.log");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        start(log, "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0");
        await(() -> found(log) != null, this::alive, log);
        this.master = found(log);
        for (int w = 0; w < WORKERS; w++) {
            Path work = folder.resolve("worker-" + w);
            start(
                    folder.resolve("worker-" + w + ".log"),
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    work.toString(),
                    master);
        }
        await(() -> text(log).split("Registering worker").length == WORKERS + 1, this::alive, log);
    }

    /** An application that was submitted. */
    record Application(Process process, Path out, Path err) {

        /** Exit status, once it has ended. */
        int status() throws InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + text(err));
            }
            return process.exitValue();
        }

        /** Waits until something holds. */
        void await(BooleanSupplier condition) {
            SparkCluster.await(condition, process::isAlive, err);
        }

        String printed() {
            return text(out);
        }

        String errors() {
            return text(err);
        }
    }

    /**
     * Submits the program with a command line of its own, words apart by blanks; the driver runs here. Without vectors executors start in
     * half the time.
     */
    Application submit(String commandLine) throws IOException {
        boolean vectors = !commandLine.contains("--backend=cpu-scalar");
        Path out = folder.resolve("application-" + submitted + ".out");
        Path err = folder.resolve("application-" + submitted++ + ".err");
        List<String> command = java("512m");
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "--add-modules",
                "jdk.incubator.vector",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--executor-memory",
                "512m",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.testing.memory=471859200",
                "--conf",
                "spark.executor.extraJavaOptions=-XX:+UseSerialGC" + (vectors ? "" : " -XX:TieredStopAtLevel=1"),
                "--class",
                Main.class.getName(),
                JAR.toString()));
        command.addAll(Arrays.asList(commandLine.split(" ")));
        return new Application(begin(command, out, err), out, err);
    }

    /** The processes of executors, of which each worker has at most one. */
    List<ProcessHandle> executors() {
        return processes.stream()
                .flatMap(process -> process.toHandle().descendants())
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("CoarseGrainedExecutorBackend"))
                        .isPresent())
                .toList();
    }

    /** Waits until something holds; where it does not in five minutes, or a process has ended, the test has failed with what a log says. */
    static void await(BooleanSupplier condition, BooleanSupplier alive, Path log) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !alive.getAsBoolean()) {
                throw new AssertionError("waited in vain: " + text(log));
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private void close() {
        List<ProcessHandle> all = processes.stream()
                .flatMap(process -> Stream.concat(process.toHandle().descendants(), Stream.of(process.toHandle())))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        try (Stream<Path> written = Files.walk(folder)) {
            written.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(Path log, String... arguments) throws IOException {
        List<String> command = java("256m");
        command.addAll(List.of(arguments));
        begin(command, log, log);
    }

    private static List<String> java(String heap) {
        List<String> command =
                new ArrayList<>(List.of(JAVA, "-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(OPENED);
        command.addAll(List.of("-cp", SPARK.resolve("jars") + File.separator + "*"));
        return command;
    }

    private Process begin(List<String> command, Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_HOME", SPARK.toString());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.redirectOutput(out.toFile());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private boolean alive() {
        return processes.stream().allMatch(Process::isAlive);
    }

    private static String found(Path log) {
        Matcher matcher = MASTER.matcher(text(log));
        return matcher.find() ? matcher.group() : null;
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
