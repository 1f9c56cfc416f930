package io.github.murmuration.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.grid.Divergence;
import io.github.murmuration.grid.Entropy;
import io.github.murmuration.grid.LawCost;
import io.github.murmuration.grid.LineLaw;
import io.github.murmuration.scenario.Game;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a game of the user's own asks agents to pay for the law that they are in: multiples of relative entropies to the target, and of the entropy.
 *
 * @param target empty where nothing compares with one
 */
record LawCosts(Optional<GaussianMixture> target, double reverse, double forward, double cross, double entropy) {

    /** @param prefix of the names of its numbers: "" at the end, "running-" on the way */
    static LawCosts of(Game game, String prefix) {
        return new LawCosts(
                game.target().map(GaussianMixture::of),
                game.number(prefix + "reverse-kl"),
                game.number(prefix + "forward-kl"),
                game.number(prefix + "cross-entropy"),
                game.number(prefix + "entropy"));
    }

    /** Those that are not 0. */
    List<LawCost> all() {
        List<LawCost> all = new ArrayList<>();
        if (compares()) {
            all.add(new Divergence(new LineLaw(target.orElseThrow()), reverse, forward, cross));
        }
        if (entropy > 0) {
            all.add(new Entropy(entropy));
        }
        return all;
    }

    private boolean compares() {
        return reverse + forward + cross > 0;
    }

    /**
     * What an agent at x pays, as an expression of x.
     * @param logDensity log rho, likewise
     */
    String text(String logDensity) {
        List<String> terms = new ArrayList<>();
        add(terms, entropy, "(" + logDensity + ")");
        if (compares()) {
            String log = "(" + logTarget() + ")";
            String ratio = "(" + log + " - (" + logDensity + "))";
            add(terms, -reverse, ratio);
            add(terms, forward, "exp(" + ratio + ")*" + ratio);
            add(terms, -cross, log);
        }
        return terms.isEmpty() ? "0" : String.join(" + ", terms);
    }

    private static void add(List<String> terms, double factor, String term) {
        if (factor != 0) {
            terms.add("(" + factor + ")*" + term);
        }
    }

    /** log pi: the largest of the components' logarithms, and how much more the sum of all is. */
    private String logTarget() {
        GaussianMixture law = target.orElseThrow();
        String most = component(law, 0);
        for (int k = 1; k < law.components(); k++) {
            most = "max(" + most + ", " + component(law, k) + ")";
        }
        List<String> shares = new ArrayList<>();
        for (int k = 0; k < law.components(); k++) {
            shares.add("exp(" + component(law, k) + " - " + most + ")");
        }
        return law.components() == 1 ? most : most + " + log(" + String.join(" + ", shares) + ")";
    }

    /** log of a component's weight and density. */
    private static String component(GaussianMixture law, int k) {
        double variance = law.variances()[k][0];
        double constant = Math.log(law.weights()[k]) - 0.5 * Math.log(2 * Math.PI * variance);
        return "((" + constant + ") - (x - (" + law.means()[k][0] + "))^2/" + 2 * variance + ")";
    }
}
