package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a module, beside the program on the class path, which is the one of this process. */
class ModulePathTest {

    @TempDir
    private Path folder;

    /** Services, options that are filled in by reflection, and the native half of JCuda, which lies in a module of its own. */
    @Test
    void theBackendsAreTheSame() throws Exception {
        List<String> backends = backends(asModule());
        assertEquals(3, backends.size(), backends::toString);
        assertEquals(backends(onClassPath()), backends);
    }

    /** Without the memory that is free on a device. */
    private static List<String> backends(String doctor) {
        return doctor.lines()
                .filter(line -> line.startsWith("cpu") || line.startsWith("cuda"))
                .map(line -> line.replaceAll("[0-9,]+ MiB", ""))
                .toList();
    }

    private static String onClassPath() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        assertEquals(0, Murmuration.execute(out, out, "doctor"), text::toString);
        return text.toString();
    }

    private String asModule() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + folder,
                        "--add-modules=jdk.incubator.vector",
                        "-p",
                        ModulePath.in(folder),
                        "-m",
                        "io.github.murmuration/" + Murmuration.class.getName(),
                        "doctor")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
