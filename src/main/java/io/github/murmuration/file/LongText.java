package io.github.murmuration.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A text that is written piece by piece: however long it is, it is never whole in memory. */
@FunctionalInterface
public interface LongText extends Content {

    /** Writes it; the same characters whenever it is asked. */
    void appendTo(Appendable out) throws IOException;

    /** In UTF-8. */
    @Override
    default void writeTo(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        appendTo(writer);
        writer.flush();
    }
}
