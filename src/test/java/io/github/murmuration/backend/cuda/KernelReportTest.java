package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that count the instructions of kernels and compare counts with recorded ones. */
class KernelReportTest {

    /**
     * A loop of 4 agent-steps: 5 instructions that all warps execute, and a move; 4 of three eighths of the warps; 2 that are rare, one of
     * them reached through the other alone.
     */
    private static final String PTX = """
            .visible .entry stepping(
            	.param .align 8 .b8 stepping_param_0[8]
            )
            {
            	.reg .pred 	%p<3>;
            	add.s32 	%r1, %r2, %r3;
            $L__BB0_1:
            	// note main loop, agent-steps 4
            	mov.u32 	%r1, 7;
            	fma.rn.f32 	%f1, %f2, %f3, %f4;
            	@%p1 bra 	$L__BB0_4;

            	// note eighths of the warps 3
            	add.f32 	%f1, %f2, %f3;
            	add.f32 	%f1, %f2, %f3;
            	add.f32 	%f1, %f2, %f3;
            	st.global.f32 	[%rd1], %f1;
            $L__BB0_4:
            	@%p2 bra 	$L__BB0_6;

            $L__BB0_5:
            	setp.lt.s32 	%p3, %r1, %r2;
            	@%p3 bra 	$L__BB0_1;
            	bra.uni 	$L__BB0_8;

            $L__BB0_6:
            	// note rare 0
            	@%p4 bra 	$L__BB0_5;

            	add.s32 	%r1, %r2, %r3;
            	bra.uni 	$L__BB0_5;

            $L__BB0_8:
            	ret;
            }
            .visible .entry without_loop(
            )
            {
            	ret;
            }
            """;

    private static final String RECORDED = """
            # ptxas of CUDA 13.0
            sm_90    longer  registers 8  code    100  loop 50.0
            sm_90    same    registers 8  code    100  loop 50.0
            sm_90    no_loop registers 8  code    100  loop -
            """;

    private static final String REPORT = """
            # ptxas of CUDA 13.0
            sm_90    longer  registers 8  code    104  loop 51.6
            sm_90    same    registers 8  code    103  loop 51.5
            sm_90    no_loop registers 8  code     90  loop -
            sm_90    new     registers 8  code    999  loop 99.0
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void needsAwk() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/awk")), "awk was not found");
    }

    /** (5 + 3/8 4) / 4. */
    @Test
    void countsTheMainLoop() throws IOException, InterruptedException {
        assertEquals("stepping 1.6\n", awk("instructions.awk", PTX));
    }

    @Test
    void tellsWhatHasGrownByMoreThanThreePercent() throws IOException, InterruptedException {
        assertEquals(
                "sm_90 longer: code of 104 bytes, 100 recorded\n"
                        + "sm_90 longer: 51.6 instructions per agent-step, 50.0 recorded\n",
                awk("compare-resources.awk", RECORDED, REPORT));
    }

    private String awk(String script, String... inputs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/awk", "-f", "kernels/" + script));
        for (int i = 0; i < inputs.length; i++) {
            command.add(
                    Files.writeString(folder.resolve("input" + i), inputs[i]).toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
