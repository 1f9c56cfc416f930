package io.github.murmuration.scenario;

import io.github.murmuration.expression.Names;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one space of the names that a user gives in a model, and what each stands for. */
final class ModelNames {

    /** What a name stands for. */
    enum Kind {
        COORDINATE("a coordinate"),
        MARK("a mark"),
        PARAMETER("a parameter"),
        BY_LABEL("a parameter that differs by label"),
        MEAN("a mean"),
        PAIR("a pair mean"),
        OTHER("a name of a partner"),
        OBSERVED("an observed value"),
        TIME("the time"),
        LABEL("the label of an agent"),
        LIVING("the share of the agents that live");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Columns of moments.csv and arrays of moments.npz. */
    private static final Pattern OUTPUT =
            Pattern.compile("time|component|(mean|variance)_(?<coordinate>.*?)(_error)?|(limit|expected)_.*");

    private static final int MOST_COORDINATES = 64;
    private static final int MOST_MARKS = 16;

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** Refuses a name that cannot be one, or that stands for two things. */
    static ModelNames of(
            List<String> state,
            Set<String> marks,
            Set<String> parameters,
            Set<String> means,
            Set<String> pairs,
            Set<String> observed,
            Collection<Boundary> boundaries) {
        Check.notEmpty("dynamics.state", state.size(), "a list of names, one per coordinate");
        Check.atMost("dynamics.state", state.size(), MOST_COORDINATES, "coordinates");
        Check.atMost("dynamics.marks", marks.size(), MOST_MARKS, "marks");
        ModelNames names = new ModelNames();
        if (boundaries.stream().anyMatch(Boundary.Absorbing.class::isInstance)) {
            names.kinds.put("living", Kind.LIVING);
        }
        for (int j = 0; j < state.size(); j++) {
            names.add("dynamics.state[" + j + "]", state.get(j), Kind.COORDINATE);
        }
        marks.forEach(name -> names.add("dynamics.marks." + name, name, Kind.MARK));
        parameters.forEach(name -> names.add("dynamics.parameters." + name, name, Kind.PARAMETER));
        means.forEach(name -> names.add("dynamics.means." + name, name, Kind.MEAN));
        pairs.forEach(name -> names.add("dynamics.pairs." + name, name, Kind.PAIR));
        observed.forEach(name -> {
            names.add("observe." + name, name, Kind.OBSERVED);
            if (isOfOutputs(name, state)) {
                throw new ScenarioException(
                        "observe." + name, name + " is a name of the outputs' own; give another name");
            }
        });
        return names;
    }

    private static boolean isOfOutputs(String name, List<String> state) {
        Matcher matcher = OUTPUT.matcher(name);
        return matcher.matches()
                && (matcher.group("coordinate") == null || state.contains(matcher.group("coordinate")));
    }

    private void add(String path, String name, Kind kind) {
        checkWord(path, name);
        if (kinds.containsKey(name)) {
            throw new ScenarioException(path, name + " is already " + kinds.get(name).words + "; give another name");
        }
        kinds.put(name, kind);
    }

    static void checkWord(String path, String name) {
        if (!Names.isName(name)) {
            String shown = name.isEmpty() ? "an empty name" : name;
            throw ScenarioException.refused(path, shown, "a name: a letter, then letters, digits or _");
        }
        if (Names.isReserved(name)) {
            throw new ScenarioException(path, name + " is a word of the language; give another name");
        }
    }

    Set<String> all() {
        return kinds.keySet();
    }

    /** All of them, and those of a partner: its coordinates, marks and label. */
    Set<String> inPairs() {
        Set<String> names = new LinkedHashSet<>(all());
        all().stream().filter(this::isOfAgent).map(Names.OTHER::concat).forEach(names::add);
        names.add(Names.OTHER + "label");
        return names;
    }

    private boolean isOfAgent(String name) {
        return kinds.get(name) == Kind.COORDINATE || kinds.get(name) == Kind.MARK;
    }

    /**
     * @param model whose parameters may differ by label
     */
    Kind kind(String name, CustomModel model) {
        if (name.startsWith(Names.OTHER)) {
            return inPairs().contains(name) ? Kind.OTHER : null;
        }
        return switch (name) {
            case "t" -> Kind.TIME;
            case "label" -> Kind.LABEL;
            default -> model.differsByLabel(name) ? Kind.BY_LABEL : kinds.get(name);
        };
    }
}
