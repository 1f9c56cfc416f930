package io.github.murmuration.file;

import java.io.IOException;
import java.io.OutputStream;

/** What goes into a file; the same bytes whenever it is asked. */
public interface Content {
    void writeTo(OutputStream out) throws IOException;
}
