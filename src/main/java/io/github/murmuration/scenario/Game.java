package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mean-field game: agents of law rho_t choose the velocities v that minimise
 *
 * <pre>M(rho_T) + int I(rho_t) dt + E int L(X_t, v_t) dt,   {@code 0 <= t <= horizon}</pre>
 *
 * with M, I, L and the dynamics of its model. Zhang and Katsoulakis, "A mean-field games laboratory for generative modeling", 2023.
 *
 * @param target pi that agents are to reach; empty where the model has none
 * @param numbers of the model, by their names in scenario files; those of {@link GameFields}
 * @param terms expressions of {@code t} and {@code x} that users chose, by their names in scenario files; those of {@link GameFields}
 * @param particles the optimal dynamics in the language of models; empty until the game is solved
 */
public record Game(
        Model model,
        Optional<Law> target,
        Map<String, Double> numbers,
        Map<String, Expression> terms,
        Optional<CustomModel> particles)
        implements Dynamics {

    /**
     * @throws ScenarioException a number is missing, unknown or out of its range, or the target is of another kind
     */
    public Game {
        numbers = Map.copyOf(GameFields.checked(model, new LinkedHashMap<>(numbers)));
        terms = GameFields.ordered(model, terms);
        GameFields.checkTarget(model, target, numbers);
        if (model == Model.GAME) {
            OwnGame.checkCosts(numbers, terms);
        }
    }

    /**
     * A game that is not solved yet.
     * @param target null where the model has none
     */
    public Game(Model model, Law target, Map<String, Double> numbers) {
        this(model, target, numbers, Map.of());
    }

    /**
     * A game of the user's own that is not solved yet.
     *
     * @param target null where no cost compares with it
     * @param terms expressions of {@code t} and {@code x} by their names in scenario files
     * @throws ScenarioException an expression cannot be read
     */
    public Game(Model model, Law target, Map<String, Double> numbers, Map<String, String> terms) {
        this(model, Optional.ofNullable(target), numbers, GameFields.read(model, terms), Optional.empty());
    }

    public double number(String name) {
        return numbers.get(name);
    }

    /** An expression of {@code t} and {@code x}; where the user gave none the gain is 1, and others are 0. */
    public Expression term(String name) {
        return terms.getOrDefault(name, new Expression.Literal(name.equals("gain") ? 1 : 0));
    }

    public double horizon() {
        return number("horizon");
    }

    /** The same game, solved. */
    public Game with(CustomModel solution) {
        return new Game(model, target, numbers, terms, Optional.of(solution));
    }

    /** Where agents start if nothing is said: the target after noise over the whole horizon, where the model reverses that noise. */
    Optional<Law> start() {
        return model.reversesNoise() ? Optional.of(noised(horizon())) : Optional.empty();
    }

    /**
     * The target after noise of duration s: sum of w_k N(a m_k, a^2 C_k + sigma^2 (1 - a^2)/(2 theta) I), a = e^(-theta s); at theta = 0
     * the covariances are C_k + sigma^2 s I.
     */
    public Law.Mixture noised(double s) {
        Law.Mixture law = (Law.Mixture) target.orElseThrow();
        double theta = numbers.getOrDefault("pull", 0.0);
        double sigma = number("noise");
        double a = Math.exp(-theta * s);
        double added = sigma * sigma * (theta == 0 ? s : -Math.expm1(-2 * theta * s) / (2 * theta));
        double[][] means = new double[law.weights().length][law.dimension()];
        Covariance[] covariances = new Covariance[means.length];
        for (int k = 0; k < means.length; k++) {
            double[] deviations = ((Covariance.Diagonal) law.covariances()[k]).standardDeviations();
            double[] noised = new double[deviations.length];
            for (int j = 0; j < noised.length; j++) {
                means[k][j] = a * law.means()[k][j];
                noised[j] = Math.sqrt(a * a * deviations[j] * deviations[j] + added);
            }
            covariances[k] = Covariance.standardDeviations(noised);
        }
        return new Law.Mixture(law.weights(), means, covariances);
    }

    /** Whether a law is that of the noised target, in its own components. */
    public boolean startsNoised(Law initial) {
        return start().map(law -> ScenarioWriter.law(law, "", "", ArrayText.INLINE)
                        .equals(ScenarioWriter.law(initial, "", "", ArrayText.INLINE)))
                .orElse(false);
    }

    @Override
    public Optional<CustomModel> written() {
        return particles;
    }

    @Override
    public boolean steered() {
        return false;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.game(this);
    }

    /** Numbers in the order of the model's fields. */
    List<Map.Entry<String, Double>> ordered() {
        return GameFields.names(model).stream()
                .filter(numbers::containsKey)
                .map(name -> Map.entry(name, numbers.get(name)))
                .toList();
    }
}
