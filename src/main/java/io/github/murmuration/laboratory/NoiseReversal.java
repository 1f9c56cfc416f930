package io.github.murmuration.laboratory;

import io.github.murmuration.density.GaussianMixture;
import io.github.murmuration.density.MixtureFormula;
import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.CustomModelBuilder;
import io.github.murmuration.scenario.Game;
import io.github.murmuration.scenario.Law;
import io.github.murmuration.scenario.Model;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Games whose agents take back noise: the target pi was carried along dY = -f(Y) ds + sigma dW, f = theta x, to eta_s, and agents go from
 * eta_T at s = T - t to pi. With noise (score-based; at theta = 0 entropic transport to a cross-entropy)
 *
 * <pre>dx = (f + sigma v) dt + sigma dW,   M = -E log pi,   I = 0,   L = v^2/2 - div f,   v* = sigma grad log eta_{T-t},   U = -log eta_{T-t}</pre>
 *
 * and without (probability flow)
 *
 * <pre>dx = (f + sigma v) dt,   M = -(1/2) E log pi,   I = E (sigma grad log rho)^2/8,   L = v^2/2 - (div f)/2,   U = -(1/2) log eta_{T-t}</pre>
 */
final class NoiseReversal implements Row {

    private final Game game;
    private final Law initial;
    private final int d;
    private final boolean deterministic;
    private final double sigma;
    private final double pull;

    NoiseReversal(Game game, Law initial) {
        this.game = game;
        this.initial = initial;
        this.d = initial.dimension();
        this.deterministic = game.model() == Model.PROBABILITY_FLOW;
        this.sigma = game.number("noise");
        this.pull = game.numbers().getOrDefault("pull", 0.0);
    }

    @Override
    public CustomModel particles() {
        List<String> names = Coordinates.names(d);
        MixtureFormula target =
                new MixtureFormula(GaussianMixture.of(game.target().orElseThrow()), "0", names);
        CustomModelBuilder model = CustomModel.builder()
                .state(names.toArray(String[]::new))
                .horizon(game.horizon())
                .parameter("T", game.horizon())
                .parameter("sigma", sigma)
                .parameter("theta", pull)
                .parameter("a", "exp(-theta*(T - t))")
                .parameter("s2", "sigma^2*" + (pull == 0 ? "(T - t)" : "(1 - a^2)/(2*theta)"));
        target.parameters().forEach(model::parameter);
        String share = deterministic ? "0.5*" : "";
        for (int j = 0; j < d; j++) {
            model.drift(names.get(j), "theta*" + names.get(j) + " + " + share + "sigma^2*(" + target.gradient(j) + ")");
            if (!deterministic) {
                model.noise(names.get(j), "sigma");
            }
        }
        return model.cost(cost(target)).build();
    }

    /** v^2/2 - div f with noise; without, L and i together are (sigma grad log eta)^2/4 - (div f)/2: half as much. */
    private String cost(MixtureFormula target) {
        String squares = IntStream.range(0, d)
                .mapToObj(j -> "(" + target.gradient(j) + ")^2")
                .collect(Collectors.joining(" + "));
        return (deterministic ? "0.25" : "0.5") + "*sigma^2*(" + squares + ") - " + d + "*theta"
                + (deterministic ? "/2" : "");
    }

    /** -E log eta_T(X_0), or half of it. */
    @Override
    public double optimalCost() {
        return MixtureIntegral.of(GaussianMixture.of(initial), x -> value(x, 0));
    }

    @Override
    public Optional<GaussianMixture> law(double t) {
        return game.startsNoised(initial) ? Optional.of(noised(game.horizon() - t)) : Optional.empty();
    }

    @Override
    public double terminalCost(double[] x) {
        return value(x, game.horizon());
    }

    @Override
    public double value(double[] x, double t) {
        return -(deterministic ? 0.5 : 1) * new MixtureDensity(noised(game.horizon() - t)).log(x);
    }

    /** Of I = E (sigma grad log rho)^2/8: -(sigma^2/4) Laplace rho / rho. */
    @Override
    public double variation(double[] x, double t) {
        return deterministic
                ? -sigma * sigma / 4 * new MixtureDensity(noised(game.horizon() - t)).relativeLaplacian(x)
                : 0;
    }

    private GaussianMixture noised(double s) {
        return GaussianMixture.of(game.noised(s));
    }
}
