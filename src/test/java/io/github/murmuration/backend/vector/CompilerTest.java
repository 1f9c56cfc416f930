package io.github.murmuration.backend.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompilerTest {

    /** Modes as OpenJDK 17 and 25 name them. */
    @Test
    void vectorsNeedTheOptimisingCompiler() {
        assertTrue(Compiler.optimises("mixed mode, sharing", 4));
        assertTrue(Compiler.optimises("compiled mode", 4));
        assertFalse(Compiler.optimises("interpreted mode, sharing", 4));
        assertFalse(Compiler.optimises("mixed mode, emulated-client, sharing", 4));
        assertFalse(Compiler.optimises("mixed mode, sharing", 3));
    }

    @Test
    void withoutItTheScalarBackendIsPicked() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=2",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.github.murmuration.cli.Murmuration",
                        "doctor"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), told);
        assertTrue(told.contains("cpu          does not work: this Java does not compile vectors"), told);
        assertTrue(told.contains("auto         picks cpu-scalar"), told);
    }
}
