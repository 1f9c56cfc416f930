package io.github.murmuration.report;

import java.io.IOException;
import java.nio.file.Path;

/** What makes a file by its path. */
@FunctionalInterface
interface FileMaker {

    /** @param file that is not there yet */
    void make(Path file) throws IOException;
}
