package io.github.murmuration.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Trees of scenarios: completed from one another, as JSON, and as text. */
final class ScenarioTree {
    /** Sections whose fields have defaults of their own. */
    private static final Set<String> WITH_DEFAULTS = Set.of("population", "time", "output", "protocol");

    private static final Set<String> DATA = Set.of("samples", "patterns", "files");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
    private static final Set<String> WORDS_OF_YAML =
            Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private ScenarioTree() {}

    /** What a file says, with the fields of the whole scenario that it leaves out; data are named as there. */
    static JsonNode completed(ObjectNode said, JsonNode whole) {
        ObjectNode all = said.objectNode();
        whole.fieldNames()
                .forEachRemaining(name -> all.set(
                        name,
                        said.has(name)
                                ? section(name, named(said.get(name), whole.get(name)), whole.get(name))
                                : whole.get(name)));
        said.fieldNames().forEachRemaining(name -> all.set(name, all.has(name) ? all.get(name) : said.get(name)));
        return all;
    }

    private static JsonNode section(String name, JsonNode said, JsonNode whole) {
        if (!WITH_DEFAULTS.contains(name) || !(said instanceof ObjectNode fields)) {
            return said;
        }
        ObjectNode all = fields.deepCopy();
        whole.fieldNames().forEachRemaining(field -> {
            if (!all.has(field)) {
                all.set(field, whole.get(field));
            }
        });
        return all;
    }

    /** With files of data as the whole scenario names them. */
    private static JsonNode named(JsonNode said, JsonNode whole) {
        if (!(said instanceof ObjectNode fields)) {
            return said;
        }
        ObjectNode named = fields.objectNode();
        fields.fieldNames()
                .forEachRemaining(name -> named.set(
                        name,
                        DATA.contains(name) && whole.has(name)
                                ? whole.get(name)
                                : named(fields.get(name), whole.path(name))));
        return named;
    }

    static Object json(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            node.fieldNames().forEachRemaining(name -> fields.put(name, json(node.get(name))));
            return fields;
        }
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> items.add(json(item)));
            return items;
        }
        return node.isPojo() ? plain(node.asText()) : node.isNull() ? null : node.asText();
    }

    /** A number or truth value as JSON has it, with all its digits. */
    private static Object plain(String text) {
        if (NumberText.isNumber(text)) {
            return new BigDecimal(text.replace("_", ""));
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }

    /** A line for every field. */
    static String text(ObjectNode root) {
        StringBuilder text = new StringBuilder();
        root.fieldNames()
                .forEachRemaining(name -> text.append(scalar(name))
                        .append(": ")
                        .append(flow(root.get(name)))
                        .append('\n'));
        return text.toString();
    }

    private static String flow(JsonNode node) {
        if (node.isObject()) {
            StringJoiner fields = new StringJoiner(", ", "{", "}");
            node.fieldNames().forEachRemaining(name -> fields.add(scalar(name) + ": " + flow(node.get(name))));
            return fields.toString();
        }
        if (node.isArray()) {
            StringJoiner items = new StringJoiner(", ", "[", "]");
            node.forEach(item -> items.add(flow(item)));
            return items.toString();
        }
        return node.isPojo() ? node.asText() : ArrayText.quoted(node.asText());
    }

    static String list(List<String> values) {
        return values.stream().map(ScenarioTree::scalar).toList().toString();
    }

    /** A value as YAML: a number or a word as it is, anything else in quotes. */
    static String scalar(String value) {
        boolean word = PLAIN.matcher(value).matches() && !WORDS_OF_YAML.contains(value.toLowerCase(Locale.ROOT));
        return word || NumberText.isNumber(value) ? value : ArrayText.quoted(value);
    }
}
