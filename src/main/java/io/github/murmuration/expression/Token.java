package io.github.murmuration.expression;

/** A word of a text, and where it begins. */
record Token(Kind kind, String text, int position) {

    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        END
    }

    private static final int LONGEST_SHOWN = 40;

    boolean is(String symbol) {
        return kind != Kind.NUMBER && text.equals(symbol);
    }

    /** As messages show it. */
    String shown() {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}
