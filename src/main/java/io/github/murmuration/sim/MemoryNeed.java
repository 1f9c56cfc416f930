package io.github.murmuration.sim;

import io.github.murmuration.scenario.ArrayFormat;
import io.github.murmuration.scenario.Dynamics;
import io.github.murmuration.scenario.HeapException;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Output;
import io.github.murmuration.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Heap that a run needs besides its agents, in bytes, from the scenario alone: schedules, records and the arrays that they are
 * written as.
 */
public final class MemoryNeed {

    /** An object of a few fields, or an array without its elements, with the reference to it. */
    private static final double OBJECT = 24;

    /** Of a path of centres. */
    private static final double STEPS_PER_ANCHOR = 1024;

    /** That a linear-quadratic problem is solved over. */
    private static final double FEWEST_STRETCHES = 1024;

    /** More components than this have no sums of their own. */
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

    /**
     * Checks a run.
     * @throws HeapException it needs more than there is, or an array longer than Java's
     */
    public static void checkRun(Scenario scenario) {
        MemoryNeed need = new MemoryNeed(scenario);
        List<Item> items = need.plans();
        items.addAll(List.of(need.moments(), need.paths(), need.histograms(), need.snapshots()));
        check(items);
    }

    /**
     * Checks the schedules by themselves.
     * @throws HeapException they need more than there is, or an array longer than Java's
     */
    public static void checkSchedules(Scenario scenario) {
        check(new MemoryNeed(scenario).plans());
    }

    private List<Item> plans() {
        List<Item> plans = new ArrayList<>(List.of(schedules()));
        if (scenario.dynamics() instanceof Dynamics.LinearQuadratic linear) {
            plans.add(solution(linear));
        }
        return plans;
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

    /** What lies between anchors, and between the ends of stretches, is computed again. */
    private Item schedules() {
        double anchors = guidances * steps / STEPS_PER_ANCHOR * (OBJECT + 8 * d);
        double bytes = anchors + guidances * scenario.protocol().intervals() * (8 * OBJECT + 32 * d);
        return item("schedules of %,.0f steps", steps, bytes, 0, "take fewer time.steps");
    }

    private Item solution(Dynamics.LinearQuadratic linear) {
        double nodes = nodes(linear);
        double matrix = 3 * OBJECT + 8 * d * d;
        double bytes = nodes * (OBJECT + 7 * matrix + 2 * guidances * (3 * OBJECT + 8 * d));
        String advice = "give slower rates in drift and cost";
        return item("a linear-quadratic problem at %,.0f times", nodes, bytes, 8 * nodes, advice);
    }

    /** Times between which the equations of a linear-quadratic problem are solved in one piece: half the time that its rates set, or less. */
    private double nodes(Dynamics.LinearQuadratic linear) {
        double rates = norm(linear.drift()) + Math.sqrt(norm(linear.cost()));
        return scenario.protocol().intervals() + Math.max(FEWEST_STRETCHES, Math.ceil(2 * rates));
    }

    private static double norm(double[][] matrix) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> Arrays.stream(row).map(Math::abs).sum())
                .max()
                .orElseThrow();
    }

    private Item moments() {
        int components = scenario.initial() instanceof Law.Mixture mixture ? mixture.weights().length : 1;
        int groupsEach = 1 + (components > MOST_LABELS ? 1 : components);
        double groups = guidances * groupsEach * recorded;
        double observed = scenario.steered() ? 0 : observed() * recorded;
        double arrays = 8 * (groups * 3 * d + observed);
        double longest = 8 * groupsEach * recorded * d;
        double bytes = groups * 3 * (OBJECT + 16 * d) + 16 * observed + arrays + longest;
        return item("moments at %,.0f times", recorded, bytes, longest, "record fewer with output.moments-every");
    }

    /** Values of the whole population, time among them; a derivative is one with its standard error. */
    private double observed() {
        int observed = scenario.dynamics()
                .written()
                .map(model -> model.observe().size())
                .orElse(0);
        return 1 + observed + 2 * (d + 1 + observed) * parameters();
    }

    private double parameters() {
        return scenario.output().sensitivities().size();
    }

    private Item paths() {
        double paths = Math.min(scenario.output().paths(), scenario.population().agents());
        double points = paths * recorded;
        double bytes = guidances * points * (OBJECT + 8 * d);
        return item("%,.0f points of sampled paths", points, bytes, 4 * d * points, "ask for fewer output.paths");
    }

    private Item histograms() {
        double each = scenario.output().histogramBins();
        double bins = guidances * d * each;
        return item(
                "%,.0f bins of histograms", bins, 8 * bins + 8 * each, 8 * each, "ask for fewer output.histogram-bins");
    }

    /** HDF5 files are written from whole columns, one file after the other; npy files block by block. */
    private Item snapshots() {
        Output output = scenario.output();
        boolean columns =
                output.format() == ArrayFormat.HDF5 && !output.snapshots().isEmpty();
        double each = columns ? 4.0 * scenario.population().agents() : 0;
        return item("HDF5 snapshots of %,.0f agents", each / 4, (d + 1) * each, each, "take output.format: npy");
    }

    private static Item item(String what, double count, double bytes, double longestArray, String advice) {
        return new Item(String.format(Locale.ROOT, what, count), bytes, longestArray, advice);
    }
}
