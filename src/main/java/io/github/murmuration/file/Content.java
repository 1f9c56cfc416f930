package io.github.murmuration.file;

import java.io.IOException;
import java.io.OutputStream;

/** The content of a file; it gives the same bytes every time. */
public interface Content {
    void writeTo(OutputStream out) throws IOException;
}
