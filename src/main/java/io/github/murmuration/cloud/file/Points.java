package io.github.murmuration.cloud.file;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.scenario.NumberText;
import io.github.murmuration.scenario.ScenarioException;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** What the points of every kind of file have to be: finite, of one to three coordinates. */
final class Points {

    private Points() {}

    /** The rows [n][d] of a file, d the same for all. */
    static Cloud cloud(Path file, double[][] rows) {
        try {
            dimension(rows[0].length, "columns");
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows[i].length; j++) {
                    finite("point " + i + ", coordinate " + j, rows[i][j]);
                }
            }
            return new Cloud(rows);
        } catch (ScenarioException e) {
            throw e.from(file.toString());
        }
    }

    static void dimension(int found, String what) {
        if (found < 1 || found > Cloud.MOST_DIMENSIONS) {
            throw ScenarioException.refused("", found + " " + what, "1 to " + Cloud.MOST_DIMENSIONS);
        }
    }

    static double finite(String place, double value) {
        if (!Double.isFinite(value)) {
            throw ScenarioException.refused(place, value, "a finite number");
        }
        return value;
    }

    static double number(String place, String text) {
        OptionalDouble number = NumberText.parse(text);
        if (number.isEmpty()) {
            throw ScenarioException.refused(place, text, "a number");
        }
        return finite(place, number.getAsDouble());
    }
}
