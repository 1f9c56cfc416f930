package io.github.murmuration.study.sweep;

import io.github.murmuration.scenario.ScenarioException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Every combination of the values of some fields, the last field fastest. */
final class Grid {

    private final List<Varied> fields;
    private final int size;

    /** @throws ScenarioException no field, one twice, or too many combinations */
    Grid(List<Varied> fields) {
        this.fields = List.copyOf(fields);
        long count = 1;
        for (int f = 0; f < fields.size(); f++) {
            String field = fields.get(f).field();
            if (fields.subList(0, f).stream().anyMatch(other -> other.field().equals(field))) {
                throw ScenarioException.refused("--vary", field, "every field once");
            }
            count *= fields.get(f).values().size();
            if (count > Varied.MOST) {
                throw ScenarioException.refused(
                        "--vary", "more than " + Varied.MOST + " combinations", "at most " + Varied.MOST);
            }
        }
        this.size = (int) count;
    }

    List<Varied> fields() {
        return fields;
    }

    int size() {
        return size;
    }

    /** Which value each field has in a combination [field]. */
    int[] at(int combination) {
        int[] values = new int[fields.size()];
        int rest = combination;
        for (int f = values.length - 1; f >= 0; f--) {
            int count = fields.get(f).values().size();
            values[f] = rest % count;
            rest /= count;
        }
        return values;
    }

    /** Values by field. */
    Map<String, String> changes(int combination) {
        int[] at = at(combination);
        Map<String, String> changes = new LinkedHashMap<>();
        for (int f = 0; f < at.length; f++) {
            changes.put(fields.get(f).field(), fields.get(f).values().get(at[f]));
        }
        return changes;
    }

    /** What is independent samples of one law: seeds, replicas, both, or nothing (empty). */
    String samples() {
        return fields.stream()
                .map(Varied::field)
                .filter(Varied::samples)
                .map(field -> field.equals(Varied.SEED) ? "seeds" : "replicas")
                .collect(Collectors.joining(" and "));
    }

    /** Combinations that differ in these fields alone, those of each list in their order; the lists in that of their first. */
    List<List<Integer>> groups(Predicate<String> differing) {
        Map<List<Integer>, List<Integer>> groups = new LinkedHashMap<>();
        for (int c = 0; c < size; c++) {
            List<Integer> same = new ArrayList<>();
            for (int f = 0; f < fields.size(); f++) {
                same.add(differing.test(fields.get(f).field()) ? -1 : at(c)[f]);
            }
            groups.computeIfAbsent(same, absent -> new ArrayList<>()).add(c);
        }
        return List.copyOf(groups.values());
    }
}
