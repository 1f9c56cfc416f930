package io.github.murmuration.report;

import io.github.murmuration.sim.RunResult;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How results came about this time: what another execution of the same scenario need not share. It is all that differs in its files.
 *
 * @param facts command, time, versions, machine, in this order
 * @param numbers seconds and rates, as JSON has them
 * @param words the same for readers
 */
record Execution(Map<String, String> facts, Map<String, Object> numbers, Map<String, String> words) {

    /**
     * Of a study.
     *
     * @param measured numbers and lists of them
     */
    static Execution of(Map<String, String> facts, Map<String, Object> measured) {
        Map<String, String> words = new LinkedHashMap<>();
        measured.forEach((name, value) -> words.put(name, value.toString()));
        return new Execution(facts, measured, words);
    }

    /** Of a run. */
    static Execution of(RunResult run, Map<String, String> facts) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("wall-seconds", JsonNumber.of(run.wallSeconds()));
        numbers.put("agent-steps-per-second", JsonNumber.of(run.agentStepsPerSecond()));
        numbers.put("command-seconds", JsonNumber.of(run.commandSeconds()));
        numbers.put("command-agent-steps-per-second", JsonNumber.of(run.commandAgentStepsPerSecond()));
        Map<String, String> words = new LinkedHashMap<>();
        words.put("steps", took(run.wallSeconds(), run.agentStepsPerSecond()));
        words.put("steps and results", took(run.commandSeconds(), run.commandAgentStepsPerSecond()));
        return new Execution(facts, numbers, words);
    }

    private static String took(double seconds, double rate) {
        return Numbers.significant(seconds, 3) + String.format(Locale.ROOT, " s, %.3g agent-steps/s", rate);
    }

    /** The block {@code run} of a summary. */
    Map<String, Object> json() {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.putAll(numbers);
        return all;
    }

    /** The part of a page that has the identifier {@code run}. */
    String html() {
        Map<String, String> rows = new LinkedHashMap<>(words);
        rows.putAll(facts);
        return "<section id=\"run\">\n" + HtmlPage.heading("Where it ran") + HtmlTable.of(rows) + "</section>\n";
    }
}
