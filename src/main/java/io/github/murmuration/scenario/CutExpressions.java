package io.github.murmuration.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A comma inside {} or [] ends a plain scalar: {v: min(x, 1)} has the fields "v: min(x" and "1)". */
final class CutExpressions {
    private CutExpressions() {}

    /** Looks through lists and mappings for the two halves of an expression. */
    static void refuse(YamlNode node) {
        List<YamlNode> parts =
                node.isMapping() ? List.copyOf(node.fields("").values()) : node.isList() ? node.items("") : List.of();
        for (int i = 0; i < parts.size(); i++) {
            if (i + 1 < parts.size() && isCut(node, parts.get(i), parts.get(i + 1))) {
                throw cut(parts.get(i).path(), leftOpen(parts.get(i).value()));
            }
            refuse(parts.get(i));
        }
    }

    private static boolean isCut(YamlNode whole, YamlNode part, YamlNode next) {
        return !leftOpen(part.value()).isEmpty() && (whole.isList() || Plain.isNothing(next.value()));
    }

    /** A text with a parenthesis that is not closed; else an empty one. */
    static String leftOpen(JsonNode value) {
        return value.isValueNode() && open(value.asText()) > 0 ? value.asText() : "";
    }

    static ScenarioException cut(String path, String open) {
        return new ScenarioException(path, open + " is cut off at a comma; put the expression in quotes");
    }

    private static long open(String text) {
        return text.chars().filter(c -> c == '(').count()
                - text.chars().filter(c -> c == ')').count();
    }
}
