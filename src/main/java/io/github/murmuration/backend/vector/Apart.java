package io.github.murmuration.backend.vector;

/**
 * Keeps passes units of compilation of their own. The compiler inlines what a call site always calls; this one calls three and more
 * (package-info).
 */
final class Apart {

    private Apart() {}

    static void run(Runnable pass) {
        pass.run();
    }
}
