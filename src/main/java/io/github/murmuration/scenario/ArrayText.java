package io.github.murmuration.scenario;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How a written scenario has the data that it was given: in its text, or in files beside it. */
interface ArrayText {

    /** In the text; files of clouds by their whole path. */
    ArrayText INLINE = new ArrayText() {
        @Override
        public String rows(String name, double[][] rows) {
            return Arrays.deepToString(rows);
        }

        @Override
        public String clouds(List<Path> files) {
            return "names: "
                    + files.stream().map(file -> quoted(file.toString())).toList();
        }
    };

    /**
     * The value of {@code samples} or {@code patterns}.
     *
     * @param name what the rows are of, in letters of file names
     *
     * @param rows [n][d]
     */
    String rows(String name, double[][] rows);

    /** The fields of {@code files} that name them. */
    String clouds(List<Path> files);

    /** A text as YAML in one line. */
    static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c == '"' || c == '\\' ? "\\" + (char) c : Character.toString(c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
