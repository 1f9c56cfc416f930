package io.github.murmuration.study.hjb;

import io.github.murmuration.diffusion.Generator;
import io.github.murmuration.report.StudyReport;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.score.Regularisation;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.Study;
import io.github.murmuration.study.StudyCase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Study {@code hjb-scores}: scores that are fitted with the Hamilton-Jacobi-Bellman equation as a regulariser, and without. */
public final class HjbScores implements Study {

    /** Score matching alone. */
    static final Regularisation PLAIN = new Regularisation(1, 0, 0, 2);

    private static final List<Regularisation> SETTINGS = List.of(
            PLAIN,
            new Regularisation(1, 0, 0.1, 2),
            new Regularisation(1, 0, 1, 2),
            new Regularisation(1, 0.001, 0, 2),
            new Regularisation(1, 0.01, 0, 2),
            new Regularisation(1, 0.1, 0, 2),
            new Regularisation(1, 0.01, 0, 1),
            new Regularisation(1, 0.1, 0, 1),
            new Regularisation(1, 0.01, 0.1, 2),
            new Regularisation(1, 0.1, 0.1, 1),
            new Regularisation(0, 0.1, 1, 2),
            new Regularisation(0, 0.1, 1, 1));

    /** What is followed over numbers of functions, samples and noised points; over those of u where the fit is linear. */
    static final List<Regularisation> FOLLOWED = List.of(
            PLAIN,
            new Regularisation(1, 0, 0.1, 2),
            new Regularisation(1, 0.01, 0, 2),
            new Regularisation(1, 0.1, 0, 1));

    private static final int[] HARMONICS = {3, 4, 5};
    private static final int[] ORDERS = {3, 5};
    private static final int[] SAMPLES = {500, 2000, 8000};
    private static final int[] NOISED = {5000, 20_000, 80_000};
    private static final int USUAL_HARMONICS = 4;
    private static final int USUAL_ORDERS = 3;
    private static final int USUAL_SAMPLES = 2000;
    private static final int USUAL_NOISED = 80_000;

    /**
     * How much of it.
     *
     * @param points that each score generates
     * @param seeds that each fit is repeated for, at least 2
     */
    public record Effort(int points, int seeds) {}

    private final PlaneLaw law;
    private final Effort effort;
    private final long seed;
    private final List<HjbCase> cases;

    public HjbScores(PlaneLaw law, Effort effort, long seed) {
        this(law, effort, seed, List.copyOf(new LinkedHashSet<>(cases(law))));
    }

    /** @param cases see {@link HjbReport} */
    HjbScores(PlaneLaw law, Effort effort, long seed, List<HjbCase> cases) {
        this.law = law;
        this.effort = effort;
        this.seed = seed;
        this.cases = cases;
    }

    private static List<HjbCase> cases(PlaneLaw law) {
        List<HjbCase> cases = new ArrayList<>();
        SETTINGS.forEach(weights -> cases.add(usual(law, weights, USUAL_HARMONICS, USUAL_SAMPLES)));
        for (Regularisation weights : FOLLOWED) {
            for (int harmonics : HARMONICS) {
                cases.add(usual(law, weights, harmonics, USUAL_SAMPLES));
            }
            for (int samples : SAMPLES) {
                cases.add(usual(law, weights, USUAL_HARMONICS, samples));
            }
            for (int noised : NOISED) {
                cases.add(new HjbCase(law, weights, USUAL_HARMONICS, USUAL_ORDERS, USUAL_SAMPLES, noised));
            }
            for (int orders : weights.residual() == 0 ? ORDERS : new int[0]) {
                cases.add(new HjbCase(law, weights, USUAL_HARMONICS, orders, USUAL_SAMPLES, USUAL_NOISED));
            }
        }
        return cases;
    }

    private static HjbCase usual(PlaneLaw law, Regularisation weights, int harmonics, int samples) {
        return new HjbCase(law, weights, harmonics, USUAL_ORDERS, samples, USUAL_NOISED);
    }

    @Override
    public double work() {
        return workOfOne() * cases.size() * effort.seeds();
    }

    private double workOfOne() {
        return (double) effort.points() * HjbCase.STEPS;
    }

    @Override
    public StudyReport run(Resources resources) {
        List<Outcome> outcomes = resources.together(IntStream.range(0, cases.size() * effort.seeds())
                .mapToObj(this::fit)
                .toList());
        List<Repeated> repeated = IntStream.range(0, cases.size())
                .mapToObj(
                        c -> new Repeated(cases.get(c), outcomes.subList(c * effort.seeds(), (c + 1) * effort.seeds())))
                .toList();
        return new HjbReport(law, effort, seed, repeated, ofTheLaw()).report();
    }

    /** @param n number of the case times seeds, and of the seed */
    private StudyCase<Outcome> fit(int n) {
        HjbCase asked = cases.get(n / effort.seeds());
        return new StudyCase<>("fit-" + n, Outcome.class, workOfOne(), given -> {
            Generator generator = new Generator(given.backend(), given.threads());
            Outcome outcome = asked.outcome(effort.points(), seedOf(n % effort.seeds()), generator);
            given.meter().add(workOfOne());
            return outcome;
        });
    }

    /** New points of the law in place of generated ones. */
    private Repeated ofTheLaw() {
        HjbCase any = cases.get(0);
        return new Repeated(
                any,
                IntStream.range(0, effort.seeds())
                        .mapToObj(s -> any.ofTheLaw(effort.points(), seedOf(s)))
                        .toList());
    }

    private long seedOf(int repetition) {
        return Seeds.of(seed, repetition, 0);
    }
}
