package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What kernels/build compiles, and for which devices: with small sources, and a stand-in for nvcc that writes down what it is asked. */
@EnabledOnOs(OS.LINUX)
class KernelBuildTest {

    /** Tells its version and devices; otherwise writes the dependencies, a PTX with one kernel, and as output the machine code asked for. */
    private static final String NVCC = """
            #!/bin/sh
            case "$*" in
                --version) echo 'Cuda compilation tools, release 13.0, V13.0.88'; exit ;;
                --list-gpu-code) printf 'sm_80\\nsm_89\\nsm_90\\n'; exit ;;
            esac
            while [ $# -gt 0 ]; do
                case $1 in
                    -MF) deps=$2; shift ;;
                    -o) made=$2; shift ;;
                    --keep-dir) kept=$2; shift ;;
                    -gencode) code=$2; shift ;;
                    *.cu) source=$1 ;;
                esac
                shift
            done
            echo "${code:-ptx}" > "$made"
            case $source in */probe.cu) exit ;; esac
            printf '%s : %s \\\\\\n /toolkit/cuda.h %s\\n' "$made" "$source" "$(sed -n 's/#include "\\(.*\\)"/\\1/p' "$source" | tr '\\n' ' ')" > "$deps"
            [ -z "${kept:-}" ] || echo ".visible .entry kernel_of_${source%.cu}(" > "$kept/${source%.cu}.ptx"
            echo "$source" >> "$CALLS"
            """;

    @TempDir
    private Path folder;

    private Path kernels;
    private Path made;

    @BeforeEach
    void sources() throws IOException {
        kernels = Files.createDirectories(folder.resolve("kernels"));
        made = folder.resolve("target/classes/io/github/murmuration/backend/cuda");
        for (String script : List.of("build", "instructions.awk", "resources.awk")) {
            Files.copy(Path.of("kernels", script), kernels.resolve(script));
        }
        Files.writeString(kernels.resolve("one.cu"), "#include \"both.cuh\"\n#include \"one.cuh\"\n");
        Files.writeString(kernels.resolve("two.cu"), "#include \"both.cuh\"\n");
        Files.writeString(kernels.resolve("compiled.cu"), "#include \"one.cuh\"\n");
        for (String header : List.of("one.cuh", "both.cuh", "none.cuh")) {
            Files.writeString(kernels.resolve(header), "");
        }
        program("nvcc", NVCC);
        program("nvidia-smi", "#!/bin/sh\nprintf '8.9\\n9.0\\n8.9\\n'\n");
    }

    private void program(String name, String text) throws IOException {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(program, text);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aChangeIsCompiledWhereItIsIncluded() throws Exception {
        assertEquals(Set.of("one.cu", "two.cu", "compiled.cu"), compiled("none"));
        assertTrue(properties()
                .containsAll(Set.of("toolkit=13.0", "targets=PTX", "kernel_of_one=one", "kernel_of_two=two")));
        Files.writeString(kernels.resolve("none.cuh"), "// changed");
        assertEquals(Set.of(), compiled("none"));
        Files.writeString(kernels.resolve("one.cuh"), "// changed");
        assertEquals(Set.of("one.cu", "compiled.cu"), compiled("none"));
        Files.writeString(kernels.resolve("both.cuh"), "// changed");
        Files.delete(kernels.resolve("one.cu"));
        assertEquals(Set.of("two.cu"), compiled("none"));
        assertFalse(Files.exists(made.resolve("one.fatbin")), "a part that is no more");
        assertFalse(properties().contains("kernel_of_one=one"));
    }

    @Test
    void devicesAreThoseAskedFor() throws Exception {
        compiled("all");
        assertTrue(properties().contains("targets=sm_80 sm_90 and PTX"), "of those that nvcc knows");
        assertEquals(Set.of("one.cu", "two.cu"), compiled("native"));
        assertEquals("arch=compute_80,code=[compute_80,sm_89,sm_90]\n", Files.readString(made.resolve("one.fatbin")));
        program("nvidia-smi", "#!/bin/sh\nexit 9\n");
        compiled("native");
        assertEquals("arch=compute_80,code=[compute_80]\n", Files.readString(made.resolve("one.fatbin")));
    }

    @Test
    void aDeviceThatIsNotKnownIsRefused() throws Exception {
        assertEquals(2, build("80 77"));
        assertEquals(
                "kernels: 77 is no compute capability that nvcc 13.0 knows; cuda.targets accepts native, all, none, or numbers such as 80 90\n",
                Files.readString(folder.resolve("said")));
        assertFalse(Files.exists(made));
    }

    private Set<String> properties() throws IOException {
        return Set.copyOf(Files.readAllLines(made.resolve("kernels.properties")));
    }

    /** Sources that nvcc is given. */
    private Set<String> compiled(String targets) throws Exception {
        Files.writeString(folder.resolve("calls"), "");
        assertEquals(0, build(targets), Files.readString(folder.resolve("said"), StandardCharsets.UTF_8));
        return Files.readAllLines(folder.resolve("calls")).stream().collect(Collectors.toSet());
    }

    private int build(String targets) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh",
                        kernels.resolve("build").toString(),
                        folder.resolve("target/classes").toString(),
                        targets)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("CALLS", folder.resolve("calls").toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        return builder.start().waitFor();
    }
}
