package io.github.murmuration.expression;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The known name that is nearest to an unknown one. */
public final class Suggestion {
    private Suggestion() {}

    /** "did you mean X?" if some known name is near, else the list of known names. */
    public static String of(String name, List<String> known) {
        String all = known.size() == 1 ? "give " + known.get(0) : "give one of " + String.join(", ", known);
        return nearest(name, known).map(Suggestion::asked).orElse(all);
    }

    /** "did you mean X?" */
    public static String asked(String nearest) {
        return "did you mean " + nearest + "?";
    }

    /** The known name that differs least from this one, if that is in no more than a third of its letters. */
    public static Optional<String> nearest(String name, List<String> known) {
        return nearestFirst(name, known).stream().findFirst().filter(candidate -> {
            int distance = distance(name, candidate);
            return distance <= Math.max(1, name.length() / 3) && distance < Math.max(name.length(), candidate.length());
        });
    }

    /** The known names, those that differ least from this one first. */
    public static List<String> nearestFirst(String name, List<String> known) {
        Map<String, Integer> distances = new HashMap<>();
        known.forEach(candidate -> distances.put(candidate, distance(name, candidate)));
        return known.stream().sorted(Comparator.comparing(distances::get)).toList();
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn one name into the other. */
    private static int distance(String from, String to) {
        int[][] distance = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : step(distance, from, i, to, j);
            }
        }
        return distance[from.length()][to.length()];
    }

    private static int step(int[][] distance, String from, int i, String to, int j) {
        int replaced = distance[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean swap =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swap ? Math.min(best, 1 + distance[i - 2][j - 2]) : best;
    }
}
