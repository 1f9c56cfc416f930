package io.github.murmuration.scenario;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * What YAML takes for a number, a truth value or nothing, as it was written: YAML reads 0100 as octal, 0b1 as binary and 1_0 as 10, and
 * null may be a name.
 */
record Plain(@JsonValue @JsonRawValue String text) {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /** Whether a value is missing, null or an empty text; a field without a value has an empty text. */
    static boolean isNothing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.textValue().isEmpty()
                || value.isPojo() && NOTHING.contains(value.asText());
    }

    @Override
    public String toString() {
        return text;
    }
}
