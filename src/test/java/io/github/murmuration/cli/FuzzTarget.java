package io.github.murmuration.cli;

import io.github.murmuration.cloud.file.CloudFiles;
import io.github.murmuration.scenario.Scenario;
import io.github.murmuration.scenario.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Every way for bytes to come into the program: valid inputs to damage, and the command that reads one. */
enum FuzzTarget {
    /** A scenario file, as far as its schedules. */
    SCENARIO {
        @Override
        List<byte[]> valid() {
            return FuzzScenarios.texts().map(FuzzTarget::utf8).toList();
        }

        @Override
        List<String> command(Path folder, byte[] input) throws IOException {
            Path scenario = Files.write(folder.resolve("my.yaml"), input);
            Scenario read = readOr(FuzzScenarios.LINEAR, scenario);
            Path points = Files.writeString(folder.resolve("points.csv"), points(read.dimension()));
            String guidance = "--guidance=" + read.guidance().get(0).name();
            return List.of("drift", scenario.toString(), guidance, "--points=" + points);
        }
    },
    /** A scenario file, simulated and reported. */
    RUN {
        @Override
        List<byte[]> valid() {
            return SCENARIO.valid();
        }

        @Override
        List<String> command(Path folder, byte[] input) throws IOException {
            Path scenario = Files.write(folder.resolve("my.yaml"), input);
            return List.of("run", scenario.toString(), "--agents=16", "--steps=8", "--quiet", "--out=" + folder);
        }
    },
    /** A scenario file of clouds; the backend is one that there is not, so that nothing is generated. */
    CLOUDS {
        @Override
        List<byte[]> valid() {
            return FuzzScenarios.clouds().map(FuzzTarget::utf8).toList();
        }

        @Override
        List<String> command(Path folder, byte[] input) throws IOException {
            Path scenario = Files.write(folder.resolve("my.yaml"), input);
            return List.of("run", scenario.toString(), "--backend=none", "--quiet", "--out=" + folder);
        }
    },
    NPY {
        @Override
        List<byte[]> valid() {
            return List.of(npy("<f4", "(3,)", 12), npy("<f8", "(2, 1)", 16), npy("<f8", "(4,)", 32));
        }

        @Override
        List<String> command(Path folder, byte[] input) throws IOException {
            Files.write(folder.resolve("data.npy"), input);
            return driftOfData(folder, "data.npy");
        }
    },
    CSV {
        @Override
        List<byte[]> valid() {
            return Stream.of("x\n1\n2.5\n", "-1e-3\n\n0\n", "\uFEFFstart\r\n1_000\r\n7\r\n", "0.5")
                    .map(FuzzTarget::utf8)
                    .toList();
        }

        @Override
        List<String> command(Path folder, byte[] input) throws IOException {
            Files.write(folder.resolve("data.csv"), input);
            return driftOfData(folder, "data.csv");
        }
    },
    POINTS {
        @Override
        List<byte[]> valid() {
            return List.of(utf8(POINTS_ON_THE_LINE), utf8("t, z_0, x_0\n0, 1e3 ,-2\n\n0.999,0,0\n"));
        }

        @Override
        List<String> command(Path folder, byte[] input) throws IOException {
            Path points = Files.write(folder.resolve("points.csv"), input);
            return List.of("drift", "demand-response", "--guidance=zero", "--points=" + points);
        }
    },
    CHECKPOINT {
        @Override
        List<byte[]> valid() {
            return FuzzScenarios.checkpoints();
        }

        @Override
        List<String> command(Path folder, byte[] input) throws IOException {
            Path checkpoint = Files.createDirectories(folder.resolve("checkpoint"));
            Files.write(checkpoint.resolve(FuzzScenarios.checkpointName()), input);
            return List.of("resume", folder.toString(), "--quiet");
        }
    },
    /** Clouds as lines of numbers and as atoms, read from Java. */
    XYZ {
        @Override
        List<byte[]> valid() {
            return Stream.of(
                            "1 -2.5 3e-7\n# c\n\n0.1\t4 5\n",
                            "2\nhydrogen\nH 0 0 0\nH 0 0 0.74\n1\n\nHe 1 2 3 4\n",
                            "0.5\r\n-1\r\n")
                    .map(FuzzTarget::utf8)
                    .toList();
        }

        @Override
        int take(Path folder, byte[] input, PrintWriter err) throws IOException {
            return readClouds(Files.write(folder.resolve("cloud.xyz"), input), err);
        }
    },
    /** Clouds as vertices, in text and in either order of bytes, read from Java. */
    PLY {
        @Override
        List<byte[]> valid() {
            return List.of(
                    utf8(ply("ascii") + "0.5 1\n-2 3e-1\n"),
                    binaryPly("binary_little_endian", ByteOrder.LITTLE_ENDIAN),
                    binaryPly("binary_big_endian", ByteOrder.BIG_ENDIAN));
        }

        @Override
        int take(Path folder, byte[] input, PrintWriter err) throws IOException {
            return readClouds(Files.write(folder.resolve("cloud.ply"), input), err);
        }
    },
    /** The request of a study that was stopped; the backend is one that there is not, so that nothing is computed. */
    STUDY {
        @Override
        List<byte[]> valid() {
            return FuzzScenarios.studies().map(FuzzTarget::utf8).toList();
        }

        @Override
        List<String> command(Path folder, byte[] input) throws IOException {
            Path checkpoint = Files.createDirectories(folder.resolve("checkpoint"));
            Files.write(checkpoint.resolve("study.json"), input);
            Files.writeString(checkpoint.resolve("scenario.yaml"), FuzzScenarios.STUDIED);
            return List.of("resume", folder.toString(), "--quiet", "--backend=none");
        }
    },
    /** A command line, one argument to a line. */
    ARGUMENTS {
        @Override
        List<byte[]> valid() {
            return FuzzScenarios.commandLines().map(FuzzTarget::utf8).toList();
        }

        @Override
        List<String> command(Path folder, byte[] input) {
            String[] arguments = new String(input, StandardCharsets.UTF_8).split("\n", -1);
            List<String> command = new ArrayList<>();
            for (String argument : arguments) {
                command.add(argument.replace("FOLDER", folder.toString()));
            }
            if (command.get(0).equals("run") || command.get(0).equals("study")) {
                withoutBackend(command);
            }
            return command;
        }
    };

    /** To make it takes longer than to execute it. */
    private static final ThreadLocal<Program> PROGRAM = ThreadLocal.withInitial(() -> new Program(Placement.HERE));

    private static final String POINTS_ON_THE_LINE = "t,z_0,x_0\n0.1,0,0\n0.5,-1,2.5\n";

    /** Undamaged inputs. */
    abstract List<byte[]> valid();

    /**
     * Puts an input where the program reads it.
     * @return the command line that reads it
     */
    List<String> command(Path folder, byte[] input) throws IOException {
        throw new UnsupportedOperationException("no command reads " + this);
    }

    /**
     * Has the program read an input.
     * @return the exit status
     */
    int take(Path folder, byte[] input, PrintWriter err) throws IOException {
        String[] command = command(folder, input).toArray(String[]::new);
        return PROGRAM.get().execute(new PrintWriter(new StringWriter()), err, command);
    }

    /** What is refused is said as a command would say it. */
    private static int readClouds(Path file, PrintWriter err) {
        try {
            CloudFiles.read(file);
            return 0;
        } catch (RuntimeException | Error e) {
            return new Failures(err).handle(e, false);
        }
    }

    private static String ply(String format) {
        return "ply\nformat " + format
                + " 1.0\ncomment c\nelement vertex 2\nproperty float x\nproperty double y\nend_header\n";
    }

    private static byte[] binaryPly(String format, ByteOrder order) {
        byte[] header = utf8(ply(format));
        ByteBuffer file = ByteBuffer.allocate(header.length + 24).order(order).put(header);
        return file.putFloat(0.5f).putDouble(1).putFloat(-2).putDouble(0.3).array();
    }

    /** Inputs that failed once, one a file. */
    Path corpus() {
        return Path.of("src/test/resources/fuzz", name().toLowerCase(Locale.ROOT));
    }

    /** An empty folder for the next input. */
    Path emptied() {
        Path folder = Path.of(
                "target", "fuzz", Long.toString(ProcessHandle.current().pid()), name().toLowerCase(Locale.ROOT));
        try (Stream<Path> old = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> driftOfData(Path folder, String data) throws IOException {
        Path scenario = Files.writeString(folder.resolve("my.yaml"), FuzzScenarios.from(data));
        Path points = Files.writeString(folder.resolve("points.csv"), POINTS_ON_THE_LINE);
        return List.of("drift", scenario.toString(), "--guidance=mean-field", "--points=" + points);
    }

    /** What damage leaves of a whole run or study would take minutes: a backend that there is becomes one that there is not. */
    private static void withoutBackend(List<String> command) {
        command.replaceAll(argument -> argument.replaceFirst("^(--backend=)?(auto|cpu|cpu-scalar|cuda)$", "$1none"));
        if (command.stream().noneMatch(argument -> argument.startsWith("--backend"))) {
            command.add(Math.min(2, command.size()), "--backend=none");
        }
    }

    /** The scenario in a file; another one if it is refused, as the command line then is too. */
    private static Scenario readOr(String other, Path file) {
        try {
            return ScenarioReader.read(file.toString()).scenario();
        } catch (RuntimeException | StackOverflowError e) {
            return ScenarioReader.parse("other", other, Path.of(""), Map.of()).scenario();
        }
    }

    private static String points(int d) {
        return PointTable.header(d) + "\n0.1" + ",0".repeat(2 * d) + "\n";
    }

    private static byte[] npy(String type, String shape, int bytes) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        return ByteBuffer.allocate(128 + bytes)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0})
                .put(utf8(padded))
                .array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
