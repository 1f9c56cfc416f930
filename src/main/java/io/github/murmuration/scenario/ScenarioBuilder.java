package io.github.murmuration.scenario;

import java.util.List;
import java.util.OptionalInt;

/**
 * A scenario in a few lines of Java. What is not set has the default of scenario files: a guided bridge without
 * potential, mean-field guidance, a million agents with seed 1, a thousand Euler-Maruyama steps. Every method refuses
 * bad values with {@link ScenarioException}.
 */
public final class ScenarioBuilder {
    private String name = "scenario";
    private Dynamics dynamics = new Dynamics.GuidedBridge();
    private Law initial;
    private Law target;
    private Protocol protocol = Protocol.free();
    private List<Guidance> guidance = List.of(new Guidance.MeanField());
    private Population population = Population.DEFAULT;
    private Time time = Time.DEFAULT;
    private Output output = Output.DEFAULT;

    ScenarioBuilder() {}

    /** Also the name of the output folder. */
    public ScenarioBuilder name(String name) {
        this.name = name;
        return this;
    }

    public ScenarioBuilder dynamics(Dynamics dynamics) {
        this.dynamics = dynamics;
        return this;
    }

    public ScenarioBuilder initial(Law initial) {
        this.initial = initial;
        return this;
    }

    public ScenarioBuilder target(Law target) {
        this.target = target;
        return this;
    }

    public ScenarioBuilder protocol(Protocol protocol) {
        this.protocol = protocol;
        return this;
    }

    /** Run side by side on identical noise. */
    public ScenarioBuilder guidance(Guidance... guidance) {
        return guidance(List.of(guidance));
    }

    public ScenarioBuilder guidance(List<Guidance> guidance) {
        this.guidance = guidance;
        return this;
    }

    public ScenarioBuilder population(Population population) {
        this.population = population;
        return this;
    }

    public ScenarioBuilder agents(long agents) {
        return population(ScenarioException.at(
                "population", () -> new Population(agents, population.seed(), population.replica())));
    }

    public ScenarioBuilder seed(long seed) {
        return population(new Population(population.agents(), seed, population.replica()));
    }

    /** One of the independent replicas under the seed. */
    public ScenarioBuilder replica(int number) {
        OptionalInt one = OptionalInt.of(number);
        return population(
                ScenarioException.at("population", () -> new Population(population.agents(), population.seed(), one)));
    }

    public ScenarioBuilder time(Time time) {
        this.time = time;
        return this;
    }

    public ScenarioBuilder steps(int steps) {
        return time(ScenarioException.at("time", () -> new Time(steps, time.scheme(), time.noisePerStep())));
    }

    public ScenarioBuilder scheme(Scheme scheme) {
        return time(new Time(time.steps(), scheme, time.noisePerStep()));
    }

    /** Normals that add up to the noise of a step, a power of two. */
    public ScenarioBuilder noisePerStep(int normals) {
        return time(ScenarioException.at("time", () -> new Time(time.steps(), time.scheme(), normals)));
    }

    public ScenarioBuilder output(Output output) {
        this.output = output;
        return this;
    }

    public Scenario build() {
        return new Scenario(name, dynamics, initial, target, protocol, guidance, population, time, output);
    }
}
