package io.github.murmuration.limit;

import io.github.murmuration.density.GaussianMixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The law of infinitely many agents, by runs of increasing resolution that are extrapolated until the means change by less than 1e-5, of
 * their largest value where that is above 1, or a bound of the work is reached; how much the last refinement changed a number is its error. What
 * the quadrature of the marks errs by is not part of it.
 *
 * @param times when recorded [T]
 * @param means M_f [F]
 * @param mean E X; on a ring the place of E exp(2 pi i (X - low) / L)
 * @param variance Var X; on a ring 1 - |E exp(2 pi i (X - low) / L)|
 * @param costRate E g; NaN where it is not known
 * @param cost int E g dt up to the time
 * @param living share of the agents that no end has absorbed, whose means and density these are
 * @param atLow share of the agents that the lower end has absorbed
 * @param atHigh the same of the upper end
 * @param density where there is one: not without noise
 * @param fluctuations of finite populations about it, at the last time; not without noise
 */
public record LimitLaw(
        double[] times,
        List<Series> means,
        Series mean,
        Series variance,
        Series costRate,
        Series cost,
        Series living,
        Series atLow,
        Series atHigh,
        Optional<Density> density,
        Optional<Fluctuations> fluctuations) {

    private static final double TOLERANCE = 1e-5;

    /** Coefficients that a run evaluates, at most; the coarsest of four is made with 64 intervals if that is less, else down to 16. */
    private static final double MOST_WORK = 2e7;

    private static final int COARSE = 64;
    private static final int COARSEST = 16;
    private static final int RUNS = 4;

    /**
     * @param start law of X at time 0, on the line, independent of the mark; brought inside the boundary
     * @param marks law of theta as quadrature points; one point where agents have none
     * @param times at which to record, increasing, in [0, horizon]
     * @throws IllegalArgumentException a start that is not on the line, or times that are not as said
     * @throws ArithmeticException the law leaves all bounds, or a mean has no value
     */
    public static LimitLaw of(
            Equation equation, GaussianMixture start, Atoms marks, Boundary boundary, double horizon, double[] times) {
        Problem problem = new Problem(equation, start, marks, boundary, horizon, times);
        if (!boundary.absorbs() && new WithoutNoise(problem, COARSE).run(0) != null) {
            return refined(problem, coarse -> new WithoutNoise(problem, coarse));
        }
        return refined(problem, coarse -> new FiniteVolumes(problem, coarse));
    }

    private static LimitLaw refined(Problem problem, IntFunction<Method> methods) {
        int coarse = COARSE;
        while (coarse > COARSEST && methods.apply(coarse).work(RUNS - 1) > MOST_WORK) {
            coarse /= 2;
        }
        Method method = methods.apply(coarse);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(method.run(i));
        }
        LimitLaw law = of(problem, method, runs);
        while (!law.settled() && method.work(runs.size()) <= MOST_WORK) {
            runs.add(method.run(runs.size()));
            law = of(problem, method, runs);
        }
        return law;
    }

    private static LimitLaw of(Problem problem, Method method, List<Run> runs) {
        List<Run> last = runs.subList(runs.size() - RUNS, runs.size());
        Refinement refinement = new Refinement(problem.boundary(), method.factor(), last);
        int features = problem.equation().features();
        List<Series> means = new ArrayList<>();
        for (int f = 0; f < features; f++) {
            means.add(refinement.series(f));
        }
        int others = features + 1;
        int mean = others + Moments.MEAN;
        return new LimitLaw(
                problem.times(),
                means,
                problem.boundary().periodic() ? refinement.places(mean) : refinement.series(mean),
                refinement.series(others + Moments.VARIANCE),
                refinement.series(others + Moments.COST_RATE),
                refinement.series(others + Moments.COST),
                refinement.series(features),
                refinement.series(others + Moments.AT_LOW),
                refinement.series(others + Moments.AT_HIGH),
                refinement.density(),
                method.fluctuations());
    }

    /** The same law, with how far another is from it among its errors: one by another quadrature of the marks, at the same times. */
    public LimitLaw against(LimitLaw other) {
        List<Series> compared = new ArrayList<>();
        for (int f = 0; f < means.size(); f++) {
            compared.add(means.get(f).against(other.means.get(f)));
        }
        return new LimitLaw(
                times,
                compared,
                mean.against(other.mean),
                variance.against(other.variance),
                costRate.against(other.costRate),
                cost.against(other.cost),
                living.against(other.living),
                atLow.against(other.atLow),
                atHigh.against(other.atHigh),
                density,
                fluctuations);
    }

    /** The law of X + speed t; its density is still written as that of X. */
    public LimitLaw moving(double speed) {
        double[] moved = new double[times.length];
        Arrays.setAll(moved, r -> mean.values()[r] + speed * times[r]);
        Series place = new Series(moved, mean.errors());
        return new LimitLaw(
                times, means, place, variance, costRate, cost, living, atLow, atHigh, density, fluctuations);
    }

    private boolean settled() {
        return variance.settled(TOLERANCE) && means.stream().allMatch(each -> each.settled(TOLERANCE));
    }
}
