package io.github.murmuration.scenario;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** YAML text as a tree; what is wrong with the text is said in one line with line and column. */
final class YamlTree {
    private static final ObjectMapper MAPPER = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .loaderOptions(anyLength())
            .build());

    /** The parser takes .nan and .inf for numbers and then cannot read them. */
    private static final String NOT_FINITE = "$1 is not accepted; give a finite number";

    private YamlTree() {}

    /** The one document of the text; a null node if there is none. */
    static JsonNode parse(String text) {
        try {
            refuseAliases(text);
            return onlyDocument(text);
        } catch (JsonProcessingException e) {
            throw syntaxError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The default limit of 3 MB is for untrusted input; written samples can be longer. */
    private static LoaderOptions anyLength() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    /** The tree would silently hold the name of an alias in place of its value. */
    private static void refuseAliases(String text) throws IOException {
        try (YAMLParser parser = (YAMLParser) MAPPER.getFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    String alias = "the alias *" + parser.getText();
                    throw ScenarioException.refused(place(parser.currentTokenLocation()), alias, "the value itself");
                }
            }
        }
    }

    private static JsonNode onlyDocument(String text) throws IOException {
        try (YAMLParser parser = (YAMLParser) MAPPER.getFactory().createParser(text)) {
            JsonNode document = MAPPER.readTree(parser);
            if (document != null && parser.nextToken() != null) {
                String path = place(parser.currentTokenLocation());
                throw ScenarioException.refused(path, "a second document", "one document per file");
            }
            return document == null ? MAPPER.nullNode() : document;
        }
    }

    private static ScenarioException syntaxError(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            int line = marked.getProblemMark().getLine() + 1;
            int column = marked.getProblemMark().getColumn() + 1;
            return new ScenarioException(place(line, column), marked.getProblem());
        }
        String problem = e.getOriginalMessage().replaceFirst("^Malformed numeric value '(.*)'$", NOT_FINITE);
        String lowered = problem.substring(0, 1).toLowerCase(Locale.ROOT) + problem.substring(1);
        return new ScenarioException(place(e.getLocation()), lowered);
    }

    private static String place(JsonLocation location) {
        return place(location.getLineNr(), location.getColumnNr());
    }

    private static String place(int line, int column) {
        return "line " + line + ", column " + column;
    }
}
