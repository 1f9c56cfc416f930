package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.RandomTapes;
import io.github.murmuration.ensemble.PartnerChoice;
import io.github.murmuration.ensemble.Tiling;
import io.github.murmuration.rng.Noise;
import io.github.murmuration.tape.Interpreter;
import io.github.murmuration.tape.Source;
import io.github.murmuration.tape.Tape;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The PTX of a tape of pairs, executed as text, sums over partners to the bits of the tape: with a partner that four agents share, and with
 * one of each, who may be missing.
 */
class PairPtxTest {

    private static final int TAPES = 12;
    private static final int PARTNERS = 3;
    private static final int REGION_SHIFT = 40;

    /** Names of the agents' addresses, which are the first regions, then of their partners', of row and of fed entries. */
    private static final int ROW = 8;

    private static final int FED = 9;

    private final Random random = new Random(7);

    @Test
    void sumsHaveTheBitsOfTheTape() {
        for (int seed = 1; seed <= TAPES; seed++) {
            EnsembleSpec spec = RandomTapes.ofPairs(
                    seed, 1 + seed % 5, 2, 1 + seed % 4, new PartnerChoice.All(), Tiling.alone(100), 1);
            PairPlan plan = PairPlan.of(spec, spec.tiling()).orElseThrow();
            float[][] numbers = drawn(FED + 1, 200);
            for (boolean shared : new boolean[] {true, false}) {
                boolean[] there = {true, shared, true, shared};
                assertArrayEquals(
                        expected(plan, numbers, shared, there),
                        actual(plan, numbers, shared, there),
                        "seed " + seed + ", shared " + shared);
            }
        }
    }

    private float[][] drawn(int regions, int count) {
        float[][] numbers = new float[regions][count];
        for (float[] region : numbers) {
            for (int i = 0; i < count; i++) {
                region[i] = (float) random.nextGaussian();
            }
        }
        return numbers;
    }

    /** By tape.Interpreter [value][4]: agents 0 to 3, and partners 4 to 7 or, shared, partner 4, PARTNERS times. */
    private static float[][] expected(PairPlan plan, float[][] numbers, boolean shared, boolean[] there) {
        Tape tape = plan.step().program().pair();
        float[][] sums = new float[plan.values()][Noise.ROWS];
        for (int agent = 0; agent < Noise.ROWS; agent++) {
            int r = agent;
            int other = Noise.ROWS + (shared ? 0 : r);
            Interpreter interpreter = new Interpreter(tape);
            Interpreter.Inputs given = (source, index) -> value(plan, numbers, source, index, r, other);
            interpreter.run(given);
            for (int n = 0; n < PARTNERS && there[r]; n++) {
                for (int f = 0; f < sums.length; f++) {
                    sums[f][r] += interpreter.output(f, given);
                }
            }
        }
        return sums;
    }

    private static float value(PairPlan plan, float[][] numbers, Source source, int index, int own, int other) {
        return switch (source) {
            case TIME -> numbers[ROW][plan.step().row().time() + index];
            case SHARED -> numbers[FED][plan.step().row().channels() + index];
            case STATE, MARK, LABEL -> numbers[own][plan.columns().of(source, index)];
            default -> numbers[other][plan.columns().of(source, index)];
        };
    }

    /** By the text. */
    private static float[][] actual(PairPlan plan, float[][] numbers, boolean shared, boolean[] there) {
        String text = PairPtx.of(template(plan.values(), shared), plan);
        PtxMachine machine = new PtxMachine(text, address -> {
            int place = (int) (address & (1L << REGION_SHIFT) - 1) / Float.BYTES;
            return Float.floatToRawIntBits(numbers[(int) (address >>> REGION_SHIFT) - 1][place]);
        });
        for (int i = 0; i <= FED; i++) {
            machine.set("%a" + i, (long) (i + 1) << REGION_SHIFT);
        }
        for (int r = 0; r < Noise.ROWS; r++) {
            machine.set("%p" + r, there[r] ? 1L : 0L);
        }
        machine.run();
        float[][] sums = new float[plan.values()][Noise.ROWS];
        for (int f = 0; f < sums.length; f++) {
            for (int r = 0; r < Noise.ROWS; r++) {
                sums[f][r] = machine.number("%y" + f + "_" + r);
            }
        }
        return sums;
    }

    /** Every splice as often as the kernel comes by it, one after the other. */
    private static String template(int values, boolean shared) {
        StringBuilder text = new StringBuilder(".visible .entry " + PairPtx.KERNEL + "(\n)\n{\n");
        text.append("// splice own %a0 %a1 %a2 %a3 %a8 %a9\n// splice clear 0\n");
        for (int n = 0; n < PARTNERS; n++) {
            text.append(shared ? "// splice shared %a4\n" : "// splice each %a4 %a5 %a6 %a7 %p0 %p1 %p2 %p3\n");
        }
        for (int f = 0; f < values; f++) {
            text.append("mov.u32 %f, " + f + ";\n// splice run %f");
            for (int r = 0; r < Noise.ROWS; r++) {
                text.append(" %y" + f + "_" + r);
            }
            text.append("\n");
        }
        return text.append("}\n").toString();
    }
}
