package io.github.murmuration.expression;

/** A text is not an expression. The message is one line: the error, and what would be accepted. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Characters of a text that are shown on either side of the place. */
    private static final int SHOWN = 50;

    private final String text;
    private final int position;

    /** @param position of the place in the text, from 0; the text's length is the place behind it */
    public ExpressionException(String problem, String text, int position) {
        super(problem);
        this.text = text;
        this.position = position;
    }

    /** The place in the text, from 0. */
    public int position() {
        return position;
    }

    /** Two lines: the text around the place, and a caret under the place. */
    public String caret() {
        int from = Math.max(0, position - SHOWN);
        int to = Math.min(text.length(), position + SHOWN);
        String before = from > 0 ? "..." : "";
        String shown = before + text.substring(from, to) + (to < text.length() ? "..." : "");
        return shown.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ") + "\n"
                + " ".repeat(before.length() + position - from) + "^";
    }
}
