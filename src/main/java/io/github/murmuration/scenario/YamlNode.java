package io.github.murmuration.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.murmuration.expression.Suggestion;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a scenario file with the path that leads to it, so that whatever is refused is named exactly. */
record YamlNode(String path, JsonNode value) {
    private static final int LONGEST_SHOWN = 60;

    /** This node, a mapping that has no fields but these. */
    YamlNode allow(List<String> known) {
        if (!value.isObject()) {
            throw refused("a mapping with " + String.join(", ", known));
        }
        for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new ScenarioException(child(name), "unknown field; " + Suggestion.of(name, known));
            }
        }
        return this;
    }

    Optional<YamlNode> find(String field) {
        return value.has(field) ? Optional.of(new YamlNode(child(field), value.get(field))) : Optional.empty();
    }

    YamlNode require(String field, String accepted) {
        return find(field).orElseThrow(() -> new ScenarioException(child(field), "missing; give " + accepted));
    }

    /** The mapping that a field has, or an empty one where the field is missing. */
    YamlNode section(String field) {
        return find(field).orElseGet(() -> new YamlNode(child(field), JsonNodeFactory.instance.objectNode()));
    }

    /** The one of the choices that this mapping has; none or several are refused. */
    YamlNode oneOf(List<String> choices) {
        List<String> present = choices.stream().filter(value::has).toList();
        String accepted = "one of " + String.join(", ", choices);
        if (present.size() > 1) {
            throw refused(String.join(" with ", present), "only " + accepted);
        }
        return present.isEmpty() ? missing(accepted) : find(present.get(0)).orElseThrow();
    }

    private YamlNode missing(String accepted) {
        throw new ScenarioException(path, "a field is missing; give " + accepted);
    }

    /** The last name in the path. */
    String field() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    boolean isList() {
        return value.isArray();
    }

    boolean isMapping() {
        return value.isObject();
    }

    List<YamlNode> items(String accepted) {
        if (!value.isArray()) {
            throw refused(accepted);
        }
        List<YamlNode> items = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            items.add(new YamlNode(path + "[" + items.size() + "]", item));
        }
        return items;
    }

    /** A list of numbers. */
    double[] numbers() {
        return items("a list of numbers").stream()
                .mapToDouble(item -> item.number("a number"))
                .toArray();
    }

    /** A point of R^d; in one dimension the number by itself will do. */
    double[] point() {
        if (!value.isArray()) {
            return new double[] {number("a number or a list of numbers")};
        }
        Check.notEmpty(path, value.size(), "one number per coordinate");
        return numbers();
    }

    /** A list of points. */
    double[][] points() {
        return items("a list of points").stream().map(YamlNode::point).toArray(double[][]::new);
    }

    double number(String accepted) {
        double number = NumberText.parse(scalar()).orElseThrow(() -> refused(accepted));
        if (!Double.isFinite(number)) {
            throw refused("a finite number");
        }
        return number;
    }

    /** The text of a scalar; empty for all else. */
    private String scalar() {
        return value.isTextual() || value.isPojo() ? value.asText() : "";
    }

    /** The text of a scalar as it was written, whatever YAML takes it for. */
    String source(String accepted) {
        if (value.isContainerNode() || value.asText().isBlank()) {
            throw refused(accepted);
        }
        return value.asText();
    }

    /** The fields of a mapping in their order. */
    Map<String, YamlNode> fields(String accepted) {
        if (!value.isObject()) {
            throw refused(accepted);
        }
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        value.fieldNames().forEachRemaining(name -> fields.put(name, new YamlNode(child(name), value.get(name))));
        return fields;
    }

    /** The number that a field has, or another where the field is missing. */
    double number(String field, double otherwise) {
        return find(field).map(node -> node.number("a number")).orElse(otherwise);
    }

    /** The count that a field has, or another where the field is missing. */
    int count(String field, int otherwise) {
        return find(field).map(YamlNode::count).orElse(otherwise);
    }

    int count() {
        long count = integer();
        if (count != (int) count) {
            throw refused("a whole number of at most " + Integer.MAX_VALUE);
        }
        return (int) count;
    }

    long integer() {
        double rounded = number("a whole number");
        try {
            return NumberText.whole(scalar());
        } catch (ArithmeticException | NumberFormatException e) {
            throw refused(Math.rint(rounded) == rounded ? "a whole number of at most 64 bits" : "a whole number");
        }
    }

    String text() {
        if (!value.isTextual()) {
            throw refused("text, in quotes if it looks like a number");
        }
        return value.textValue();
    }

    /** {@code true} or {@code false}. */
    boolean truth() {
        String written = value.isValueNode() ? value.asText() : "";
        if (!written.equalsIgnoreCase("true") && !written.equalsIgnoreCase("false")) {
            throw refused("true or false");
        }
        return written.equalsIgnoreCase("true");
    }

    /** A constant by its name in scenario files. */
    <E extends Enum<E>> E choice(Class<E> type) {
        return choice(List.of(type.getEnumConstants()));
    }

    /** One of these constants by its name in scenario files. */
    <E extends Enum<E>> E choice(List<E> constants) {
        for (E constant : constants) {
            if (constant.toString().equals(value.asText())) {
                return constant;
            }
        }
        throw unknown(constants.stream().map(E::toString).toList());
    }

    ScenarioException refused(String accepted) {
        return refused(shown(), accepted);
    }

    ScenarioException unknown(List<String> known) {
        return new ScenarioException(path, shown() + " is not accepted; " + Suggestion.of(value.asText(), known));
    }

    private ScenarioException refused(String found, String accepted) {
        return ScenarioException.refused(path, found, accepted);
    }

    private String child(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private String shown() {
        if (Plain.isNothing(value)) {
            return "an empty value";
        }
        String whole = value.isContainerNode() ? value.toString() : value.asText();
        return whole.length() > LONGEST_SHOWN ? whole.substring(0, LONGEST_SHOWN) + "..." : whole;
    }
}
