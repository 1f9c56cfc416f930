package io.github.murmuration.sim;

import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.Guidance;
import io.github.murmuration.scenario.HeapException;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Scenario;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Heap that a run needs besides its agents, in bytes, from the scenario alone: schedules, records and the texts and arrays that they are
 * written as.
 */
public final class MemoryNeed {

    /** An object of a few fields, or an array without its elements, with the reference to it. */
    private static final double OBJECT = 24;

    /** Of one number in a CSV file. */
    private static final double TEXT = 22;

    /** A text is built by doubling, made a string and encoded. */
    private static final double COPIES = 3;

    /** More components than this are not told apart. */
    private static final int MOST_LABELS = 64;

    private final Scenario scenario;
    private final double guidances;
    private final double d;
    private final double steps;
    private final double recorded;

    private record Item(String what, double bytes, double longestArray, String advice) {}

    private MemoryNeed(Scenario scenario) {
        this.scenario = scenario;
        this.guidances = scenario.guidance().size();
        this.d = scenario.dimension();
        this.steps = scenario.time().steps();
        this.recorded = Math.floor((steps - 1) / scenario.output().momentsEvery()) + 2;
    }

    /** Checks a run. @throws HeapException it needs more than there is, or an array longer than Java's */
    public static void checkRun(Scenario scenario) {
        MemoryNeed need = new MemoryNeed(scenario);
        check(List.of(need.schedules(), need.moments(), need.paths(), need.histograms()));
    }

    /** Checks the schedules by themselves. @throws HeapException they need more than there is, or an array longer than Java's */
    public static void checkSchedules(Scenario scenario) {
        check(List.of(new MemoryNeed(scenario).schedules()));
    }

    private static void check(List<Item> items) {
        for (Item item : items) {
            HeapException.requireArray(item.what, item.longestArray, item.advice);
        }
        Item largest =
                items.stream().max(Comparator.comparingDouble(Item::bytes)).orElseThrow();
        double bytes = items.stream().mapToDouble(Item::bytes).sum();
        HeapException.require(largest.what + " and what else is recorded", bytes, largest.advice);
    }

    private Item schedules() {
        double intervals = scenario.protocol().intervals();
        double perStep = OBJECT + guidances * (3 * OBJECT + 8 * d);
        boolean fed =
                !scenario.steered() || scenario.guidance().stream().anyMatch(Guidance.Empirical.class::isInstance);
        double history = fed ? steps * (OBJECT + guidances * (OBJECT + 8 * d)) : 0;
        double nodes = scenario.dynamics() instanceof Dynamics.LinearQuadratic linear ? nodes(linear) : 0;
        double matrix = 3 * OBJECT + 8 * d * d;
        double bytes = steps * perStep
                + history
                + nodes * (OBJECT + 6 * matrix + 2 * guidances * (3 * OBJECT + 8 * d))
                + guidances * intervals * (8 * OBJECT + 32 * d);
        return item(
                "schedules of %,.0f steps",
                Math.max(steps, nodes), bytes, 8 * Math.max(steps, nodes), "take fewer time.steps");
    }

    /** Times at which the equations of a linear-quadratic problem are solved: stretches of half the time that its rates set. */
    private double nodes(Dynamics.LinearQuadratic linear) {
        double rates = norm(linear.drift()) + Math.sqrt(norm(linear.cost()));
        return steps * Math.max(1, Math.ceil(2 * rates / steps));
    }

    private static double norm(double[][] matrix) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> Arrays.stream(row).map(Math::abs).sum())
                .max()
                .orElseThrow();
    }

    private Item moments() {
        int components = scenario.initial() instanceof Law.Mixture mixture ? mixture.weights().length : 1;
        double groups = guidances * (1 + (components > MOST_LABELS ? 1 : components)) * recorded;
        double observed = scenario.steered() ? 0 : observed() * recorded;
        double text = (groups * (3 * d + 3) + observed) * TEXT;
        double bytes = groups * 3 * (OBJECT + 16 * d) + 16 * observed + COPIES * text;
        return item("moments at %,.0f times", recorded, bytes, text, "record fewer with output.moments-every");
    }

    /** Values of the whole population, time among them. */
    private double observed() {
        return 1 + scenario.dynamics().written().orElseThrow().observe().size();
    }

    private Item paths() {
        double paths = Math.min(scenario.output().paths(), scenario.population().agents());
        double points = paths * recorded;
        double bytes = guidances * points * (OBJECT + 8 * d);
        return item("%,.0f points of sampled paths", points, bytes, 4 * d * points, "ask for fewer output.paths");
    }

    private Item histograms() {
        double bins = guidances * d * scenario.output().histogramBins();
        double text = bins * 7 * TEXT;
        return item(
                "%,.0f bins of histograms",
                bins, 8 * bins + COPIES * text, text, "ask for fewer output.histogram-bins");
    }

    private static Item item(String what, double count, double bytes, double longestArray, String advice) {
        return new Item(String.format(Locale.ROOT, what, count), bytes, longestArray, advice);
    }
}
