package io.github.murmuration.scenario;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** YAML text as a tree whose numbers, truth values and nulls are {@link Plain}; what is wrong with the text is said in one line with line and column. */
final class YamlTree {
    /** Far deeper than any scenario. */
    private static final int DEEPEST = 32;

    private static final int LONGEST_STRETCH = 1 << 16;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .loaderOptions(anyLength())
            .build();

    private final YAMLParser parser;
    private int depth;

    private YamlTree(YAMLParser parser) {
        this.parser = parser;
    }

    /** The one document of the text; a null node if there is none. */
    static JsonNode parse(String text) {
        refuseLongStretches(text);
        try (YAMLParser parser = FACTORY.createParser(text)) {
            return new YamlTree(parser).onlyDocument();
        } catch (JsonProcessingException e) {
            throw syntaxError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parser takes time as the square of what it cannot take apart. */
    private static void refuseLongStretches(String text) {
        int line = 1;
        int begun = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '\n') {
                line += c == '\n' ? 1 : 0;
                begun = i + 1;
            } else if (i - begun == LONGEST_STRETCH) {
                String found = "more than " + LONGEST_STRETCH + " characters without a comma";
                throw ScenarioException.refused("line " + line, found, "shorter texts, or several lines");
            }
        }
    }

    /** The default limit of 3 MB is for untrusted input; written samples can be longer. */
    private static LoaderOptions anyLength() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    private JsonNode onlyDocument() throws IOException {
        JsonNode document = parser.nextToken() == null ? NODES.nullNode() : node();
        if (parser.nextToken() != null) {
            throw refused("a second document", "one document per file");
        }
        return document;
    }

    /** The node that begins at the current token. */
    private JsonNode node() throws IOException {
        refuseProperties();
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> list();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
                NODES.pojoNode(new Plain(parser.getText()));
            default -> text();
        };
    }

    /** Whoever reads the text sees what is meant; a tag would change it unseen. */
    private void refuseProperties() throws IOException {
        if (parser.getTypeId() != null) {
            throw refused("the tag !" + parser.getTypeId(), "the value without it");
        }
        if (parser.getObjectId() != null) {
            throw refused("the anchor &" + parser.getObjectId(), "the value without it");
        }
    }

    private JsonNode mapping() throws IOException {
        deeper();
        ObjectNode mapping = NODES.objectNode();
        String open = "";
        while (nextField(open) != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode value = node();
            mapping.set(name, value);
            open = Plain.isNothing(value) ? open : CutExpressions.leftOpen(value);
        }
        depth--;
        return mapping;
    }

    /**
     * Pieces of an expression that is cut at its commas are fields without a value, and may be the same.
     * @param open its beginning
     */
    private JsonToken nextField(String open) throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            if (open.isEmpty() || !e.getOriginalMessage().startsWith("Duplicate field")) {
                throw e;
            }
            JsonLocation location = e.getLocation();
            throw CutExpressions.cut(place(location.getLineNr(), location.getColumnNr()), open);
        }
    }

    private JsonNode list() throws IOException {
        deeper();
        ArrayNode list = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(node());
        }
        depth--;
        return list;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw refused("more than " + DEEPEST + " lists and mappings inside one another", "a scenario");
        }
    }

    /** The tree would silently hold the name of an alias in place of its value. */
    private JsonNode text() throws IOException {
        if (parser.isCurrentAlias()) {
            throw refused("the alias *" + parser.getText(), "the value itself");
        }
        return NODES.textNode(parser.getText());
    }

    private ScenarioException refused(String found, String accepted) {
        JsonLocation location = parser.currentTokenLocation();
        return ScenarioException.refused(place(location.getLineNr(), location.getColumnNr()), found, accepted);
    }

    private static ScenarioException syntaxError(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            int line = marked.getProblemMark().getLine() + 1;
            int column = marked.getProblemMark().getColumn() + 1;
            return new ScenarioException(place(line, column), marked.getProblem());
        }
        JsonLocation location = e.getLocation();
        String problem = e.getOriginalMessage();
        String lowered = problem.substring(0, 1).toLowerCase(Locale.ROOT) + problem.substring(1);
        return new ScenarioException(
                location == null ? "" : place(location.getLineNr(), location.getColumnNr()), lowered);
    }

    private static String place(int line, int column) {
        return "line " + line + ", column " + column;
    }
}
