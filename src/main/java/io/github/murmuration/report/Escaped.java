package io.github.murmuration.report;

/** Text that is safe inside HTML elements and quoted attributes. */
final class Escaped {

    private Escaped() {}

    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
