package io.github.murmuration.scenario;

import java.util.Comparator;
import java.util.List;

/** What a name that is not known may have been meant to be. */
final class Suggestion {
    private Suggestion() {}

    /** "did you mean X?" if some known name is near, else the list of known names. */
    static String of(String name, List<String> known) {
        String nearest = nearestFirst(name, known).get(0);
        if (distance(name, nearest) <= Math.max(1, name.length() / 3)) {
            return "did you mean " + nearest + "?";
        }
        return known.size() == 1 ? "give " + nearest : "give one of " + String.join(", ", known);
    }

    static List<String> nearestFirst(String name, List<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .toList();
    }

    /** Levenshtein distance: insertions, deletions and replacements that turn one name into the other. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            previous = nextRow(previous, i, from.charAt(i - 1), to);
        }
        return previous[to.length()];
    }

    private static int[] nextRow(int[] previous, int i, char letter, String to) {
        int[] row = new int[previous.length];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int replaced = previous[j - 1] + (letter == to.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
        }
        return row;
    }
}
