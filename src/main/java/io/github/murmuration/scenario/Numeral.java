package io.github.murmuration.scenario;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** What YAML takes for a number, as it was written: YAML reads 0100 as octal, 0b1 as binary and 1_0 as 10. */
record Numeral(@JsonValue @JsonRawValue String text) {

    @Override
    public String toString() {
        return text;
    }
}
