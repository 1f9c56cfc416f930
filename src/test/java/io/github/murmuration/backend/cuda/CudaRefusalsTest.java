package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user reads where --backend cuda cannot run: one line and exit status 3. Each case is a process of its own. */
class CudaRefusalsTest {

    private static final String SERVICE = "META-INF/services/io.github.murmuration.backend.Backend";
    private static final Path CLASSES = Path.of("target/classes");

    @TempDir
    private Path folder;

    /** What a process left behind. */
    private record Ended(int status, List<String> lines) {}

    @Test
    void noDriver() throws IOException, InterruptedException {
        Ended ended = murmuration(classPath("nothing"), Map.of("LD_LIBRARY_PATH", ""), "--agents", "10");
        assumeTrue(ended.status != 0, "this machine has a driver of its own");
        assertRefused(ended, "no NVIDIA driver (libcuda.so.1 was not found); install the driver");
    }

    @Test
    void driverTooOld() throws IOException, InterruptedException {
        Ended ended = emulated(Map.of("EMULATED_DRIVER_VERSION", "10020"), "--agents", "10");
        assertRefused(ended, "the NVIDIA driver is too old: it supports CUDA 10.2, these kernels need");
    }

    @Test
    void noDevice() throws IOException, InterruptedException {
        Ended ended = emulated(Map.of("EMULATED_DRIVER_DEVICES", "0"), "--agents", "10");
        assertRefused(ended, "the driver is there but finds no device; check nvidia-smi");
    }

    @Test
    void aDriverButNoKernelsInTheJar() throws IOException, InterruptedException {
        needsTheEmulatedDriver();
        Path classes = withoutKernels();
        List<String> path = new ArrayList<>(classPath("nothing"));
        path.removeIf(entry -> Path.of(entry).endsWith(CLASSES));
        path.add(classes.toString());
        Ended ended = murmuration(path, Map.of("EMULATED_DRIVER_NAME", "NVIDIA H100"), "--agents", "10");
        assertRefused(ended, "no kernels in this jar, it was built without nvcc; install the CUDA toolkit");
    }

    @Test
    void noNativeLibraryOfJCuda() throws IOException, InterruptedException {
        Ended ended = murmuration(classPath("jcuda-natives"), Map.of(), "--agents", "10");
        assertRefused(ended, "JCuda has no native library for this platform");
    }

    @Test
    void noCurand() throws IOException, InterruptedException {
        needsTheEmulatedDriver();
        Path driver = Path.of(System.getenv("LD_LIBRARY_PATH"), "libcuda.so.1").toAbsolutePath();
        Files.copy(driver, folder.resolve("libcuda.so.1"));
        Map<String, String> alone = Map.of("LD_LIBRARY_PATH", folder.toString());
        Ended ended = murmuration(classPath("nothing"), alone, "--agents", "10", "--noise", "curand");
        assumeTrue(ended.status != 0, "this machine has a cuRAND of its own");
        assertEquals(
                List.of("murmuration: --noise curand: libcurand.so.10 was not found; install the CUDA toolkit's cuRAND,"
                        + " or use --noise philox"),
                ended.lines);
        assertEquals(3, ended.status);
    }

    @Test
    void noNativeLibraryOfJCurand() throws IOException, InterruptedException {
        needsTheEmulatedDriver();
        Ended ended = murmuration(classPath("jcurand-natives"), Map.of(), "--agents", "10", "--noise", "curand");
        String refusal = "murmuration: --noise curand: JCurand has no native library for this platform";
        assertEquals(1, ended.lines.size(), ended.toString());
        assertTrue(ended.lines.get(0).startsWith(refusal), ended.toString());
        assertEquals(3, ended.status);
    }

    @Test
    @Tag("slow")
    void noiseFromCurand() throws IOException, InterruptedException {
        Ended ended = emulated(Map.of(), "--agents", "1000", "--set", "time.steps=8", "--noise", "curand");
        assertEquals(new Ended(0, List.of()), ended);
        String summary = Files.readString(folder.resolve("out").resolve("summary.json"));
        assertTrue(summary.replace(" ", "").contains("\"noise\":\"curand\""), summary);
    }

    @Test
    void populationTooLargeForTheDevice() throws IOException, InterruptedException {
        Ended ended = emulated(Map.of("EMULATED_DRIVER_MEMORY", "100000000"), "--agents", "1e7");
        assertRefused(ended, "the device has 95 MiB free; at most about ");
    }

    @Test
    void anEmulatedDeviceIsNotPickedByItself() {
        needsTheEmulatedDriver();
        assertEquals(-1, new CudaBackend().preference());
        assertTrue(new CudaBackend().availability().usable());
    }

    @Test
    void buildWithoutNvcc() throws IOException, InterruptedException {
        Map<String, String> optional = Map.of("CUDA_HOME", "/nowhere", "REQUIRE_NVCC", "0");
        Ended ended = script("kernels/build", optional, folder.toString());
        assertEquals(0, ended.status);
        assertEquals(1, ended.lines.size(), ended.toString());
        assertTrue(ended.lines.get(0).startsWith("kernels: nvcc was not found, so this jar has no CUDA kernels"));
        assertEquals(1, script("kernels/build", Map.of("CUDA_HOME", "/nowhere", "REQUIRE_NVCC", "1"), "x").status);
    }

    /** The first error of the compiler is the reason, as nvcc and its host compiler word it; nothing is left in the folder of the kernels. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh: 1: g++: not found",
                "host_config.h:143:2: error: #error -- unsupported GNU version! gcc versions later than 11 are not supported!",
                "nvcc fatal   : Value 'compute_80' is not defined for option 'gpu-architecture'"
            })
    void buildWithAnNvccThatCannotCompile(String complaint) throws IOException, InterruptedException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"));
        Path nvcc = Files.createDirectories(folder.resolve("toolkit")).resolve("nvcc");
        Files.writeString(
                nvcc,
                "#!/bin/sh\ncase \"$*\" in\n--version) echo 'Cuda compilation tools, release 11.8, V11.8.89';;\n"
                        + "--list-gpu-code) echo sm_80;;\n*) echo 'In file included from probe:'; echo \"" + complaint
                        + "\" >&2; exit 1;;\nesac\n");
        Files.setPosixFilePermissions(nvcc, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path classes = folder.resolve("classes");
        List<String> command = List.of("/bin/sh", "kernels/build", classes.toString());
        String path = nvcc.getParent() + ":" + System.getenv("PATH");
        Ended ended = run(command, Map.of("PATH", path, "REQUIRE_NVCC", "0"));
        assertEquals(
                new Ended(
                        0,
                        List.of("kernels: nvcc cannot compile here (" + complaint
                                + "), so this jar has no CUDA kernels; give it a"
                                + " host compiler that it knows (nvcc -ccbin, or NVCC_CCBIN) for --backend cuda")),
                ended);
        assertFalse(Files.exists(classes));
        assertEquals(1, run(command, Map.of("PATH", path, "REQUIRE_NVCC", "1")).status);
    }

    @Test
    void buildWithoutCmake() throws IOException, InterruptedException {
        Ended ended = script("native-test/build", Map.of("REQUIRE_NATIVE", "0"));
        assertEquals(0, ended.status);
        assertEquals(1, ended.lines.size(), ended.toString());
        assertTrue(ended.lines.get(0).startsWith("native-test: cmake was not found"));
        assertEquals(1, script("native-test/build", Map.of("REQUIRE_NATIVE", "1")).status);
    }

    private static void assertRefused(Ended ended, String why) {
        assertEquals(1, ended.lines.size(), ended.toString());
        assertTrue(ended.lines.get(0).startsWith("murmuration: cuda: "), ended.toString());
        assertTrue(ended.lines.get(0).contains(why), ended.toString());
        assertEquals(3, ended.status);
    }

    private static void needsTheEmulatedDriver() {
        Installation found = Installation.found();
        assumeTrue(found.usable() && found.device().emulated(), "the emulated driver was not built");
    }

    private Ended emulated(Map<String, String> settings, String... options) throws IOException, InterruptedException {
        needsTheEmulatedDriver();
        return murmuration(classPath("nothing"), settings, options);
    }

    private Ended murmuration(List<String> classPath, Map<String, String> settings, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                String.join(File.pathSeparator, classPath),
                "io.github.murmuration.cli.Murmuration",
                "run",
                "demand-response",
                "--backend",
                "cuda",
                "--quiet",
                "--out",
                folder.resolve("out").toString()));
        command.addAll(List.of(options));
        return run(command, settings);
    }

    /** Runs a build script where none of the optional tools is on the path. */
    private Ended script(String script, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"));
        Path tools = Files.createDirectories(folder.resolve("bin"));
        for (String tool : List.of("dirname", "ls")) {
            Files.copy(Path.of("/bin", tool), tools.resolve(tool), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(List.of("/bin/sh", script));
        command.addAll(List.of(arguments));
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("PATH", tools.toString());
        return run(command, environment);
    }

    private static Ended run(List<String> command, Map<String, String> settings)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return new Ended(process.waitFor(), lines);
    }

    private static List<String> classPath(String without) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains(without))
                .collect(Collectors.toList());
    }

    private Path withoutKernels() throws IOException {
        Path copy = folder.resolve("classes");
        assertTrue(Files.exists(CLASSES.resolve(SERVICE)));
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.toList()) {
                if (!file.toString().contains("kernels.properties")) {
                    Files.copy(file, copy.resolve(CLASSES.relativize(file)));
                }
            }
        }
        return copy;
    }
}
