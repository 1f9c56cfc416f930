package io.github.murmuration.report;

/**
 * A number in a table.
 *
 * @param value as files have it
 * @param text as it is shown
 */
public record Cell(double value, String text) {

    @Override
    public String toString() {
        return text;
    }
}
