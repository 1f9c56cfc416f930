package io.github.murmuration.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Values given on the command line in place of those in the file. */
final class Overrides {
    private static final Pattern PATH = Pattern.compile("[^.\\[\\]]+(\\.[^.\\[\\]]+|\\[\\d{1,9}\\])*");
    private static final Pattern STEP = Pattern.compile("[^.\\[\\]]+");

    private Overrides() {}

    /** @param root Modified: fields on the way are made where missing; whether they mean anything is checked later */
    static void apply(ObjectNode root, Map<String, String> overrides) {
        overrides.forEach((path, value) -> {
            try {
                set(root, path, value);
            } catch (ScenarioException e) {
                throw e.from("--set " + path);
            }
        });
    }

    private static void set(ObjectNode root, String path, String value) {
        if (!PATH.matcher(path).matches()) {
            throw new ScenarioException("", "not a path; give one such as population.agents or guidance[0]");
        }
        List<String> steps =
                STEP.matcher(path).results().map(MatchResult::group).toList();
        JsonNode parent = root;
        for (int i = 0; i < steps.size() - 1; i++) {
            parent = child(parent, steps.get(i));
        }
        replace(parent, steps.get(steps.size() - 1), YamlTree.parse(value));
    }

    private static JsonNode child(JsonNode parent, String step) {
        if (parent instanceof ArrayNode list) {
            return list.get(index(list, step));
        }
        ObjectNode mapping = mapping(parent, step);
        return Plain.isNothing(mapping.path(step)) ? mapping.putObject(step) : mapping.get(step);
    }

    private static void replace(JsonNode parent, String step, JsonNode value) {
        if (parent instanceof ArrayNode list) {
            list.set(index(list, step), value);
        } else {
            mapping(parent, step).set(step, value);
        }
    }

    private static int index(ArrayNode list, String step) {
        if (!step.matches("\\d+") || Integer.parseInt(step) >= list.size()) {
            String accepted = list.isEmpty() ? "the whole list" : "an index from 0 to " + (list.size() - 1);
            throw ScenarioException.refused("", step, accepted);
        }
        return Integer.parseInt(step);
    }

    private static ObjectNode mapping(JsonNode parent, String step) {
        if (parent instanceof ObjectNode mapping) {
            return mapping;
        }
        throw new ScenarioException("", parent.asText() + " has no " + step + "; set the whole of it");
    }
}
