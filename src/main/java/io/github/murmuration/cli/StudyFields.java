package io.github.murmuration.cli;

import io.github.murmuration.expression.Suggestion;
import io.github.murmuration.scenario.ScenarioException;
import io.github.murmuration.scenario.ScenarioFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a study by itself, as scenario files have them under {@code study}: neither those of its scenario nor of the machine. */
final class StudyFields {
    private static final String NAME = "name";
    private static final String OUT = "out";

    private final CommandSpec command;
    private final Map<String, ArgSpec> own;
    private final List<String> filled = new ArrayList<>();
    private String origin = "";

    StudyFields(CommandSpec command) {
        this.command = command;
        Set<String> ofOthers = command.mixins().values().stream()
                .flatMap(mixin -> mixin.args().stream())
                .map(StudyFields::field)
                .collect(Collectors.toSet());
        this.own = new LinkedHashMap<>();
        for (ArgSpec each : command.args()) {
            String field = field(each);
            if (!field.equals(OUT) && !ofOthers.contains(field)) {
                own.put(field, each);
            }
        }
    }

    /**
     * Gives options that the command line leaves out the values that a file has.
     *
     * @param fields of the file; empty where it asks for no study
     * @throws ScenarioException it asks for another study, or has a field that this one has not
     */
    StudyFields fill(String file, Map<String, List<String>> fields) {
        this.origin = file;
        try {
            fields.forEach(this::fill);
        } catch (ScenarioException e) {
            throw e.from(file);
        }
        return this;
    }

    /** The same of a scenario that was read. */
    StudyFields fill(ScenarioFile read) {
        return fill(read.origin(), read.study());
    }

    private void fill(String field, List<String> values) {
        String path = "study." + field;
        if (field.equals(NAME)) {
            if (!values.equals(List.of(command.name()))) {
                throw ScenarioException.refused(path, String.join(", ", values), "the study's name, " + command.name());
            }
            return;
        }
        ArgSpec arg = own.get(field);
        if (arg == null) {
            throw new ScenarioException(path, "unknown field; " + Suggestion.of(field, List.copyOf(own.keySet())));
        }
        if (arg instanceof OptionSpec option
                && command.commandLine().getParseResult().hasMatchedOption(option)) {
            return;
        }
        arg.setValue(typed(path, arg, values));
        values.forEach(value -> filled.add(arg instanceof OptionSpec ? "--" + field + "=" + value : value));
    }

    private static Object typed(String path, ArgSpec arg, List<String> values) {
        if (arg.type() == String[].class) {
            return values.toArray(String[]::new);
        }
        if (arg.type() == List.class) {
            return values;
        }
        if (values.size() != 1) {
            throw ScenarioException.refused(path, values, "one value");
        }
        return values.get(0);
    }

    /** Options in effect, by field: those that were given, those of the file, and defaults. */
    Map<String, List<String>> inEffect() {
        Map<String, List<String>> inEffect = new LinkedHashMap<>();
        own.forEach((field, arg) -> {
            List<String> values = values(arg.getValue());
            if (!values.isEmpty()) {
                inEffect.put(field, values);
            }
        });
        return inEffect;
    }

    private static List<String> values(Object value) {
        if (value instanceof String[] several) {
            return Arrays.asList(several);
        }
        if (value instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    /**
     * Options that results depend on, as they were given or stand in the file.
     *
     * @param wanted by their long names
     */
    List<String> words(Predicate<String> wanted) {
        return Stream.concat(
                        Options.given(command, wanted).stream(), filled.stream().filter(word -> word.startsWith("--")))
                .sorted()
                .toList();
    }

    /** What is made of the options; one of the file that is refused is named with the file. */
    <T> T read(Supplier<T> made) {
        try {
            return made.get();
        } catch (ScenarioException e) {
            boolean ofFile =
                    filled.stream().map(word -> word.replaceFirst("=.*", ":")).anyMatch(e.getMessage()::startsWith);
            throw ofFile ? e.from(origin) : e;
        }
    }

    /** {@code --held-out} is {@code held-out}, the parameter {@code LAW} is {@code law}. */
    private static String field(ArgSpec arg) {
        return arg instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "")
                : arg.paramLabel().toLowerCase(Locale.ROOT);
    }
}
