import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A command that takes a second or so, with checkpoints on its way.
 * @param arguments without --out
 */
record Case(String name, List<String> arguments, String scenario) {

    private static final String BRIDGE =
            """
            initial: {mixture: {weights: [0.6, 0.4], means: [1.6, 5.5], standard-deviations: [0.5, 0.7]}}
            target: {mixture: {weights: [0.6, 0.4], means: [0.1, 1.5], standard-deviations: [0.2, 0.3]}}
            protocol: {breaks: 4, beta: {first: 12, ratio: 0.65}}
            population: {agents: 20000, seed: 1}
            output: {paths: 4, histogram-bins: 20, checkpoint-every: 25}
            """;
    private static final String LINEAR =
            """
            model: lqg
            drift: {matrix: [[-0.6, 0.2], [0, -0.3]]}
            cost: {matrix: [[12, 1], [1, 4]]}
            initial: {gaussian: {mean: [1, 0], standard-deviation: 0.5}}
            target: {gaussian: {mean: [2, 1], standard-deviation: 0.5}}
            population: {agents: 20000, seed: 1}
            output: {paths: 4, histogram-bins: 20, checkpoint-every: 25}
            """;

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        cases.add(run("euler-maruyama", BRIDGE, "time.steps=200", "guidance=[mean-field, zero, target-mean]"));
        cases.add(run("empirical", BRIDGE, "time.steps=200", "guidance=[empirical, {custom: [1, 2, 3, 4]}]"));
        cases.add(run("posterior-mean", BRIDGE, "time.steps=200", "time.scheme=posterior-mean"));
        cases.add(run("exact", BRIDGE, "time.steps=200", "time.scheme=exact", "guidance=[empirical, zero]"));
        cases.add(run("without-energies", BRIDGE, "time.steps=200", "output.agent-energies=false"));
        cases.add(run("lqg", LINEAR, "time.steps=200", "guidance=[mean-field, target-mean]"));
        cases.add(run("lqg-empirical", LINEAR, "time.steps=200", "guidance=[empirical]"));
        for (String model : List.of("mean-field-ou", "desai-zwanzig", "kuramoto")) {
            cases.add(run(model, null, "population.agents=20000", "time.steps=1000", "output.checkpoint-every=50"));
        }
        cases.add(study("chaos", "--agents=1000", "--steps=64", "--replicas=20", "--sizes=10,30,100,300,1000"));
        cases.add(study("linearity", "--agents=1000", "--steps=64", "--replicas=8", "--sizes=100,300,1000"));
        cases.add(study("self-consistent", "--agents=2000", "--steps=64", "--iterations=5"));
        cases.add(study("redistribution", "--agents=2000", "--steps=64"));
        cases.add(study("step-convergence", "--agents=2000", "--steps=16", "--doublings=2"));
        cases.add(study("path-convergence", "--agents=200", "--evaluations=1e6", "--patterns=100"));
        return cases;
    }

    boolean isStudy() {
        return arguments.get(0).equals("study");
    }

    private static Case run(String name, String scenario, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("run", scenario == null ? name : "SCENARIO", "--quiet"));
        Arrays.stream(settings).forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return new Case(name, arguments, scenario);
    }

    private static Case study(String name, String... options) {
        List<String> arguments = new ArrayList<>(List.of("study", name, "--quiet"));
        arguments.addAll(List.of(options));
        return new Case(name, arguments, null);
    }
}
