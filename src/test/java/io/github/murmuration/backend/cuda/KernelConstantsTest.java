package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.arithmetic.Coefficients;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.ensemble.PairedSurvey;
import io.github.murmuration.ensemble.PatternTable;
import io.github.murmuration.ensemble.SumLayout;
import io.github.murmuration.ensemble.Survey;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.AffineLayout;
import io.github.murmuration.schedule.Row;
import io.github.murmuration.schedule.RowLayout;
import io.github.murmuration.tape.Operation;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The constants of kernels/ are those of the Java classes: a last bit of a high coefficient may change no simulated state. */
@Tag("kat")
class KernelConstantsTest {

    private static final Pattern CONSTANT = Pattern.compile("constexpr (?:float|int) (\\w+) = (\\S+?)f?;");

    @Test
    void coefficients() throws IOException, IllegalAccessException {
        assertEquals(constants(Coefficients.class), numbers("coefficients.cuh"));
    }

    @Test
    void rowLayout() throws IOException, IllegalAccessException {
        Map<String, Double> rows = new LinkedHashMap<>();
        constants(Row.class).forEach((name, value) -> rows.put("ROW_" + name, value));
        constants(RowLayout.class).forEach((name, value) -> rows.put(prefixed(name), value));
        assertEquals(rows, numbers("row_layout.cuh"));
    }

    @Test
    void affineLayout() throws IOException, IllegalAccessException {
        Map<String, Double> kernel = numbers("affine_layout.cuh");
        constants(Row.class).forEach((name, value) -> assertEquals(value, kernel.get("AFFINE_" + name), name));
        for (int d : new int[] {1, 2, 7}) {
            AffineLayout layout = new AffineLayout(d, false);
            assertEquals(vector(kernel, "OFFSET", d), layout.offset());
            assertEquals(vector(kernel, "SHIFT", d), layout.shift());
            assertEquals(vector(kernel, "REFERENCE", d), layout.reference());
            assertEquals(matrix(kernel, "GAIN", d), layout.gain());
            assertEquals(matrix(kernel, "INCREMENT", d), layout.increment());
        }
    }

    @Test
    void patterns() throws IOException {
        Map<String, Double> tile = numbers("pattern_tile.cuh");
        assertEquals(PatternTable.COLUMNS, tile.get("PATTERN_COLUMNS"));
        assertEquals(PatternTable.ROWS, tile.get("PATTERN_ROWS"));
        assertEquals(PatternEvaluator.SPAN, numbers("pattern_means.cuh").get("PATTERN_SPAN"));
        assertEquals(CudaPatterns.CENTRES_PER_BLOCK, numbers("pattern_sums.cuh").get("CENTRES"));
    }

    @Test
    void blocks() throws IOException {
        Map<String, Double> sums = numbers("tile_sums.cuh");
        assertEquals(Context.THREADS, numbers("noise.cuh").get("COLUMNS"));
        assertEquals(ResidentSteps.SUBTREE, numbers("combine.cuh").get("SUBTREE"));
        assertEquals(KernelSet.WIDE, numbers("advance_wide.cuh").get("WIDE"));
        Map<String, Double> lanes = numbers("lanes.cuh");
        assertEquals(LaneKernels.SHARE, lanes.get("SHARE"));
        assertEquals(LaneKernels.MOST_LANES, lanes.get("MOST_LANES"));
        assertEquals(Context.OWN_BYTES, 2 * sums.get("BUFFERED") * Context.THREADS * Float.BYTES);
    }

    @Test
    void sumLayout() throws IOException {
        Map<String, Double> sums = numbers("sum_layout.cuh");
        assertEquals(new SumLayout(1, 1, true, 0).width(), sums.get("STEERED"));
        assertEquals(new SumLayout(1, 1, false, 0).width(), sums.get("UNSTEERED"));
    }

    @Test
    void survey() throws IOException {
        assertEquals(Survey.ENERGY_SUMS, numbers("survey.cuh").get("ENERGY_SUMS"));
        assertEquals(PairedSurvey.POWERS, numbers("paired_survey.cuh").get("POWERS"));
    }

    @Test
    void tapes() throws IOException {
        assertEquals(DeviceTape.OPERAND_BITS, numbers("tape.cuh").get("OPERAND_BITS"));
        assertEquals(names(Operation.values()), enumeration("tape.cuh", "class Operation"));
        assertEquals(names(DeviceTape.OperandPlace.values()), enumeration("tape.cuh", "class OperandPlace"));
        assertEquals(names(MarkWords.MarkKind.values()), enumeration("marks.cuh", "class MarkKind"));
    }

    @Test
    void pairs() throws IOException {
        assertEquals(PairPlan.DIGIT_BITS, numbers("pair_cells.cuh").get("DIGIT_BITS"));
        assertEquals(names(PairPlan.Partners.values()), enumeration("pair_agents.cuh", "class Partners"));
    }

    @Test
    void enumerations() throws IOException {
        assertEquals(names(Stream.values()), enumeration("noise.cuh", "Stream"));
        assertEquals(names(Scheme.OF_BRIDGES.toArray(Scheme[]::new)), enumeration("advance.cuh", "Scheme"));
    }

    /** Where affine_layout.cuh has a vector of d elements begin. */
    private static double vector(Map<String, Double> kernel, String name, int d) {
        return kernel.get("AFFINE_SCALARS") + kernel.get("AFFINE_" + name) * d;
    }

    /** Where it has a matrix [d][d] begin. */
    private static double matrix(Map<String, Double> kernel, String name, int d) {
        return vector(kernel, "VECTORS", d) + kernel.get("AFFINE_" + name) * d * d;
    }

    private static String prefixed(String name) {
        return switch (name) {
            case "SHIFT", "QUADRATIC", "LINEAR", "GAIN", "BASE" -> "TABLE_" + name;
            case "TABLE_WIDTH" -> name;
            default -> "ROW_" + name;
        };
    }

    private static Map<String, Double> constants(Class<?> type) throws IllegalAccessException {
        Map<String, Double> constants = new LinkedHashMap<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType().isPrimitive()) {
                constants.put(field.getName(), ((Number) field.get(null)).doubleValue());
            }
        }
        return constants;
    }

    private static Map<String, Double> numbers(String file) throws IOException {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Matcher found = CONSTANT.matcher(Files.readString(Path.of("kernels", file)));
        while (found.find()) {
            numbers.put(found.group(1), number(found.group(2)));
        }
        return numbers;
    }

    private static double number(String text) {
        boolean integer = text.startsWith("0x") && !text.contains("p");
        return integer ? Long.decode(text) : Double.parseDouble(text);
    }

    private static String names(Enum<?>[] values) {
        return String.join(", ", Arrays.stream(values).map(Enum::name).toList());
    }

    private static String enumeration(String file, String name) throws IOException {
        Matcher found =
                Pattern.compile("enum " + name + " \\{([^}]*)\\}").matcher(Files.readString(Path.of("kernels", file)));
        return found.find() ? found.group(1).strip().replaceAll("\\s+", " ") : "";
    }
}
