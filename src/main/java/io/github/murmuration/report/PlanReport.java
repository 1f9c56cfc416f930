package io.github.murmuration.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.murmuration.sim.ScalingPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The expected memory and speed of a population that several workers advance, as text and as JSON.
 *
 * @param memory bytes that the population takes on each of the workers that were asked for
 * @param rateFrom where the rate is from, and likewise the latency and the bandwidth
 * @param backend that the memory and the rate are those of
 */
public record PlanReport(
        ScalingPlan plan, int workers, long memory, String backend, String rateFrom, String exchangeFrom) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final double MILLI = 1e3;
    private static final double MIB = 1 << 20;

    /** The row of the workers that were asked for, what stops it, the table and what is assumed. */
    public String text() {
        ScalingPlan.Row asked = plan.row(workers);
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                "workers",
                "agents each",
                "message",
                "steps",
                "exchange",
                "steps/s",
                "agent-steps/s",
                "of W times one",
                "run"));
        rows().forEach(row -> table.add(cells(row)));
        return line(
                        "%s: %,d MiB on each of %,d workers; %s",
                        backend,
                        (long) Math.ceil(memory / MIB),
                        workers,
                        plan.every() == 1
                                ? "an exchange at every step"
                                : "an exchange every " + plan.every() + " steps")
                + line(
                        "%.4g steps/s and %.3g agent-steps/s on %,d workers; %s",
                        asked.stepsPerSecond(), agentSteps(asked), workers, stops())
                + TextTable.of(table)
                + String.join(
                        "",
                        assumptions().stream()
                                .map(each -> "assumed: " + each + "\n")
                                .toList());
    }

    public String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("backend", backend);
        all.put("workers", workers);
        all.put("memory-bytes", memory);
        all.put("steps-per-exchange", plan.every());
        all.put("rate", plan.rate().rate());
        all.put("host-seconds", plan.rate().host());
        if (measured()) {
            all.put("agents-started-per-second", plan.rate().starts());
            all.put("warm-seconds", plan.rate().warm());
        }
        all.put("latency-seconds", plan.latency());
        all.put("bandwidth-bytes-per-second", plan.bandwidth());
        all.put("rows", rows().map(this::fields).toList());
        all.put("assumptions", assumptions());
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of the plan, and that of the workers that were asked for among them. */
    private Stream<ScalingPlan.Row> rows() {
        List<ScalingPlan.Row> rows = plan.rows();
        boolean there = rows.stream().anyMatch(row -> row.workers() == workers);
        return Stream.concat(rows.stream(), there ? Stream.empty() : Stream.of(plan.row(workers)))
                .sorted((a, b) -> Integer.compare(a.workers(), b.workers()));
    }

    private String stops() {
        List<ScalingPlan.Row> rows = plan.rows();
        ScalingPlan.Row last = rows.get(rows.size() - 1);
        return last.exchange() >= last.compute()
                ? String.format(
                        Locale.ROOT, "from %,d workers on an exchange takes longer than the steps", last.workers())
                : "it scales as far as there is a block of 16384 agents for each worker";
    }

    private List<String> assumptions() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%.3g agent-steps/s on one worker, and %.3g ms of a step for work that every worker repeats (%s)",
                        plan.rate().rate(),
                        MILLI * plan.rate().host(),
                        rateFrom),
                String.format(
                        Locale.ROOT,
                        "%.3g ms for an exchange and %.3g GB/s (%s)",
                        MILLI * plan.latency(),
                        plan.bandwidth() / 1e9,
                        exchangeFrom),
                "all workers alike, each with separate cores or a separate device",
                once(),
                "the start of the program, checkpoints, and what follows the last step come on top of a run's seconds");
    }

    private String once() {
        return measured()
                ? String.format(
                        Locale.ROOT,
                        "%.3g agents started per second on one worker, and %.3g s until Java has compiled the steps (%s)",
                        plan.rate().starts(),
                        plan.rate().warm(),
                        rateFrom)
                : "steps alone: the first ones take longer, until Java has compiled them, and agents must be started";
    }

    private boolean measured() {
        return plan.rate().starts() < Double.POSITIVE_INFINITY;
    }

    private List<String> cells(ScalingPlan.Row row) {
        return List.of(
                String.format(Locale.ROOT, "%,d", row.workers()),
                String.format(Locale.ROOT, "%,d", row.agents()),
                String.format(Locale.ROOT, "%,d B", row.message()),
                String.format(Locale.ROOT, "%.3g ms", MILLI * row.compute()),
                String.format(Locale.ROOT, "%.3g ms", MILLI * row.exchange()),
                String.format(Locale.ROOT, "%.4g", row.stepsPerSecond()),
                String.format(Locale.ROOT, "%.3g", agentSteps(row)),
                String.format(Locale.ROOT, "%.2f", efficiency(row)),
                String.format(Locale.ROOT, "%.3g s", row.run()));
    }

    private Map<String, Object> fields(ScalingPlan.Row row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("workers", row.workers());
        fields.put("agents-each", row.agents());
        fields.put("message-bytes", row.message());
        fields.put("step-seconds", row.compute());
        fields.put("exchange-seconds", row.exchange());
        fields.put("steps-per-second", row.stepsPerSecond());
        fields.put("agent-steps-per-second", agentSteps(row));
        fields.put("efficiency", efficiency(row));
        fields.put("run-seconds", row.run());
        return fields;
    }

    private double agentSteps(ScalingPlan.Row row) {
        return row.stepsPerSecond() * plan.agents() * plan.guidances();
    }

    private double efficiency(ScalingPlan.Row row) {
        return row.stepsPerSecond() / plan.row(1).stepsPerSecond() / row.workers();
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
