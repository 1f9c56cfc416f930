package io.github.murmuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Javadoc and the compiler read a tag only where it begins a line; inside a line it is text, and nothing would check it. */
class JavadocTest {

    private static final Pattern TAG = Pattern.compile("^\\s*/?\\*.*[^\\s*{].*(?<!\\{)@(param|return|throws)\\b.*");

    @Test
    void tagsBeginTheirLines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<String> inside = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(JavadocTest::tagsInsideLines)
                    .toList();
            assertEquals(List.of(), inside);
        }
    }

    private static Stream<String> tagsInsideLines(Path file) {
        List<String> lines = lines(file);
        return IntStream.range(0, lines.size())
                .filter(line -> TAG.matcher(lines.get(line)).matches())
                .mapToObj(line -> file + ":" + (line + 1) + lines.get(line));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
