package io.github.murmuration.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** Results of cases and requests as JSON, with all digits of every number. */
public final class CaseText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseText() {}

    /** A line of text. */
    public static String of(Object result) {
        try {
            return JSON.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException the text is of another type */
    public static <R> R read(String text, Class<R> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
