package io.github.murmuration.diffusion;

import io.github.murmuration.scenario.CustomModel;
import io.github.murmuration.scenario.CustomModelBuilder;
import io.github.murmuration.scenario.Parameter;
import io.github.murmuration.scenario.Partners;
import java.util.ArrayList;
import java.util.List;

/**
 * The reverse process as a written model, of which agents are the points of a cloud and replicas are clouds:
 *
 * <pre>dX_i = v_t beta_u (pull X_i + S_i(u, X)) dt + sqrt(v_t beta_u) dW_i,   u = u(t), v_t = -du/dt</pre>
 *
 * v_t is taken over a whole step, so that Euler steps of as many as the clock has are those of the clock in u. Anderson, "Reverse-time
 * diffusion equation models", 1982.
 */
public final class ReverseModel {

    /** v_t beta_u. */
    private static final String VARIANCE_PER_TIME = "rate";

    private ReverseModel() {}

    /**
     * @param points N of a cloud.
     * @throws io.github.murmuration.scenario.ScenarioException the score is not a text of the language
     */
    public static CustomModel of(Diffusion diffusion, Score score, Clock clock, long points) {
        CustomModelBuilder model = CustomModel.builder()
                .state(score.coordinates().toArray(String[]::new))
                .horizon(clock.span())
                .parameter("points", points)
                .parameter("u", clock.noise());
        diffusion.parameters().forEach(model::parameter);
        model.parameter(VARIANCE_PER_TIME, "(" + clock.speed() + ")*" + Diffusion.RATE);
        score.parameters().forEach(model::parameter);
        score.tables().forEach((name, table) -> model.parameter(name, ramp(table, clock)));
        score.means().forEach(model::mean);
        score.pairs().values().forEach(model::pair);
        if (!score.pairs().values().isEmpty()) {
            model.partners(new Partners.Within(score.pairs().radius()));
        }
        for (int j = 0; j < score.dimension(); j++) {
            String x = score.coordinates().get(j);
            String pulled =
                    diffusion.pull() + "*" + x + " + (" + score.components().get(j) + ")";
            model.drift(x, VARIANCE_PER_TIME + "*(" + pulled + ")");
            model.noise(x, "sqrt(" + VARIANCE_PER_TIME + ")");
        }
        return model.build();
    }

    /** Straight in the time of the run between the times at which the noise is that of a level. */
    private static Parameter ramp(Score.Table table, Clock clock) {
        List<Double> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int l = table.levels().length - 1; l >= 0; l--) {
            times.add(clock.timeAt(table.levels()[l]));
            values.add(table.values()[l]);
        }
        return new Parameter.Ramp(times, values);
    }
}
