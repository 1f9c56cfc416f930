package io.github.murmuration.sim;

/**
 * One sentence about a run that a reader of its numbers should know.
 *
 * @param guidance that it concerns; empty when it concerns the whole run
 * @param text without the name of the guidance, and without a full stop
 */
public record Note(String guidance, String text) {

    /** A note about the whole run. */
    public static Note of(String text) {
        return new Note("", text);
    }

    /** The guidance, where there is one, and the text. */
    public String sentence() {
        return guidance.isEmpty() ? text : guidance + ": " + text;
    }
}
