package io.github.murmuration.backend.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import jcuda.LibUtils;

/**
 * A native library of JCuda, which lies in a jar of its own. JCuda looks for it among the resources of its own module, where it is on the
 * class path alone, and before that for a file of its name among the temporary ones. That file is written here, whole or not at all, so
 * that programs that start together do not load a part of it.
 *
 * @param file its name, such as libJCudaDriver-11.8.0-linux-x86_64.so
 */
record NativeLibrary(String file) {

    /** The one of this platform. */
    static NativeLibrary named(String name) {
        return new NativeLibrary(LibUtils.createLibraryFileName(LibUtils.createPlatformLibraryName(name)));
    }

    /** In a jar. */
    String resource() {
        return "lib/" + file;
    }

    boolean exists() {
        return LibUtils.class.getClassLoader().getResource(resource()) != null;
    }

    /** @throws UnsatisfiedLinkError there is no room for it */
    void unpack() {
        Path target = Path.of(System.getProperty("java.io.tmpdir"), file);
        if (!Files.exists(target)) {
            try {
                write(target);
            } catch (IOException e) {
                throw (UnsatisfiedLinkError)
                        new UnsatisfiedLinkError(target + " could not be written: " + e.getMessage()).initCause(e);
            }
        }
    }

    private void write(Path target) throws IOException {
        Path partial = target.resolveSibling("." + file + "." + UUID.randomUUID());
        try (InputStream in = LibUtils.class.getClassLoader().getResourceAsStream(resource())) {
            Files.copy(in, partial);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
