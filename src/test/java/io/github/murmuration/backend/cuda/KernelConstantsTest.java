package io.github.murmuration.backend.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.arithmetic.Coefficients;
import io.github.murmuration.rng.Stream;
import io.github.murmuration.scenario.Scheme;
import io.github.murmuration.schedule.RowLayout;
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
        constants(RowLayout.class).forEach((name, value) -> rows.put(prefixed(name), value));
        assertEquals(rows, numbers("row_layout.cuh"));
    }

    @Test
    void enumerations() throws IOException {
        assertEquals(names(Stream.values()), enumeration("noise.cuh", "Stream"));
        assertEquals(names(Scheme.values()), enumeration("advance.cuh", "Scheme"));
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
                Pattern.compile("enum " + name + " \\{ (.*) \\}").matcher(Files.readString(Path.of("kernels", file)));
        return found.find() ? found.group(1) : "";
    }
}
