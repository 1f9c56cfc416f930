package io.github.murmuration.study.hjb;

import io.github.murmuration.cloud.Cloud;
import io.github.murmuration.cloud.NoisedLaw;
import io.github.murmuration.cloud.distance.SlicedWasserstein;
import io.github.murmuration.diffusion.Clock;
import io.github.murmuration.diffusion.Diffusion;
import io.github.murmuration.diffusion.Generator;
import io.github.murmuration.diffusion.OrnsteinUhlenbeck;
import io.github.murmuration.diffusion.ReverseModel;
import io.github.murmuration.rng.Seeds;
import io.github.murmuration.score.ExcessCost;
import io.github.murmuration.score.FourierSeries;
import io.github.murmuration.score.HeldOutPoints;
import io.github.murmuration.score.PointScore;
import io.github.murmuration.score.Regularisation;
import io.github.murmuration.score.RegularisedMatching;
import io.github.murmuration.score.SeriesScore;
import io.github.murmuration.sim.FailedRun;
import java.util.BitSet;

/**
 * One fit, and the points that it generates.
 *
 * @param weights of the terms of the fit
 * @param harmonics of the waves
 * @param orders number of functions of noise u, each of which is multiplied with all functions of y
 * @param samples of the law that the score is fitted to
 * @param noised points that score matching takes its means over: noised samples, each of them as often as another
 */
record HjbCase(PlaneLaw law, Regularisation weights, int harmonics, int orders, int samples, int noised) {

    static final Diffusion DIFFUSION = new OrnsteinUhlenbeck(0.5, 1, 3);

    /** Of the reversal: dt = 0.001. */
    static final int STEPS = 3000;

    /** Up to where costs and errors of scores are taken: the cost of a score that is no checkerboard's is infinite at u = 0. */
    static final double LEAST_NOISE = 0.01;

    private static final double SPREAD = 4;
    private static final double RESOLUTION = 0.15;
    private static final double RIDGE = 1e-5;
    private static final int RESIDUAL_POINTS = 3000;
    private static final int HELD_OUT_POINTS = 4000;
    private static final int LOOKS = 60;
    private static final int DIRECTIONS = 50;

    private static final int DATA = 0;
    private static final int FIT = 1;
    private static final int START = 2;
    private static final int NOISE = 3;
    private static final int FRESH = 4;
    private static final int HELD_OUT = 5;

    /** Number of basis functions of each component of the score. */
    int functions() {
        return basis().size();
    }

    /** Number of those of them that are functions of y alone, times one of u. */
    int inSpace() {
        return functions() / orders;
    }

    /** Score matching alone, with the same numbers. */
    HjbCase alone() {
        return new HjbCase(law, HjbScores.PLAIN, harmonics, orders, samples, noised);
    }

    private FourierSeries basis() {
        return new FourierSeries(DIFFUSION, 2, harmonics, orders, law.halfWidth(), SPREAD, RESOLUTION);
    }

    /**
     * @param seed of all of its randomness: cases of one seed share data and noise.
     * @param points that are generated
     */
    Outcome outcome(int points, long seed, Generator generator) {
        SeriesScore score = fit(seed);
        PointScore exact = law.score(DIFFUSION);
        HeldOutPoints heldOut = new HeldOutPoints(
                DIFFUSION,
                law.law().draw(HELD_OUT_POINTS, part(seed, HELD_OUT), 0),
                HELD_OUT_POINTS,
                LEAST_NOISE,
                seed);
        double error = heldOut.excess(score, exact);
        double residual = heldOut.residual(score);
        try {
            return generated(score, points, seed, generator, error, residual);
        } catch (FailedRun e) {
            return Outcome.escaped(error, residual);
        }
    }

    SeriesScore fit(long seed) {
        Cloud data = law.law().draw(samples, part(seed, DATA), 0);
        return new RegularisedMatching(basis(), data, weights, noised, RESIDUAL_POINTS, RIDGE, part(seed, FIT)).fit();
    }

    private Outcome generated(
            SeriesScore score, int points, long seed, Generator generator, double error, double residual) {
        Clock clock = new Clock(DIFFUSION.horizon(), 0, STEPS, false);
        ExcessCost cost = new ExcessCost(DIFFUSION, score, law.score(DIFFUSION));
        Cloud[] end = new Cloud[1];
        generator.watch(
                ReverseModel.of(DIFFUSION, score.written(), clock, points),
                STEPS,
                start(points, seed),
                part(seed, NOISE),
                looks(clock),
                (k, cloud) -> {
                    if (k < STEPS) {
                        cost.look(clock.at(k), cloud);
                    } else {
                        end[0] = cloud;
                    }
                });
        Cloud fresh = law.law().draw(points, part(seed, FRESH), 0);
        double distance = new SlicedWasserstein(DIRECTIONS).between(end[0], fresh);
        return new Outcome(error, residual, cost.value(), distance, BoardShares.of(end[0]));
    }

    /** Sliced W2 of as many new points of the law and the same fresh ones: what the law itself has. */
    Outcome ofTheLaw(int points, long seed) {
        Cloud drawn = law.law().draw(points, part(seed, START), 0);
        Cloud fresh = law.law().draw(points, part(seed, FRESH), 0);
        double distance = new SlicedWasserstein(DIRECTIONS).between(drawn, fresh);
        return new Outcome(0, 0, 0, distance, BoardShares.of(drawn));
    }

    /** Points of eta_T. */
    private Cloud start(int points, long seed) {
        double horizon = DIFFUSION.horizon();
        return new NoisedLaw(law.law(), DIFFUSION.scale(horizon), Math.sqrt(DIFFUSION.variance(horizon)))
                .draw(points, part(seed, START), 0);
    }

    /** Steps at noises that are nearly even in their square root, from the horizon to the least noise; and the end. */
    private static BitSet looks(Clock clock) {
        BitSet looks = new BitSet();
        double first = Math.sqrt(clock.at(0));
        double last = Math.sqrt(LEAST_NOISE);
        for (int look = 0; look <= LOOKS; look++) {
            double root = first + (last - first) * look / LOOKS;
            looks.set((int) Math.round(STEPS * (1 - root * root / clock.at(0))));
        }
        looks.set(STEPS);
        return looks;
    }

    private static long part(long seed, int part) {
        return Seeds.of(seed, 0, part);
    }
}
