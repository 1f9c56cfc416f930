package io.github.murmuration.study.chaos;

import io.github.murmuration.sim.Problem;
import io.github.murmuration.sim.ReplicaRun;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.StudyCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The limit at a number of steps is the same for all replicas: known, or that of one large population. */
final class OneLimit implements Comparison {

    private final List<Case> cases;
    private final int replicas;
    private final int largest;
    private final Map<Problem, Optional<Coupling>> couplings = new IdentityHashMap<>();

    /** @param largest of the numbers of agents */
    OneLimit(List<Case> cases, int replicas, int largest) {
        this.cases = cases;
        this.replicas = replicas;
        this.largest = largest;
        cases.forEach(each -> couplings.computeIfAbsent(
                each.population(), at -> Limit.known(at).map(limit -> Coupling.of(at, limit))));
    }

    @Override
    public double work() {
        double compared =
                cases.stream().mapToDouble(each -> each.agentSteps(replicas)).sum();
        double followed = couplings.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .mapToDouble(entry -> Limit.reference(entry.getKey(), largest).agentSteps())
                .sum();
        return compared + followed;
    }

    @Override
    public List<CouplingCase> seen(Resources resources) {
        Map<Problem, Coupling> found = found(resources);
        List<StudyCase<CouplingCase>> parts = new ArrayList<>();
        int[] counts = new int[cases.size()];
        for (int c = 0; c < counts.length; c++) {
            List<StudyCase<CouplingCase>> own =
                    parts(cases.get(c), found.get(cases.get(c).population()));
            counts[c] = own.size();
            parts.addAll(own);
        }
        Iterator<CouplingCase> seen = resources.all(parts).iterator();
        return Arrays.stream(counts)
                .mapToObj(count -> CouplingCase.joined(
                        Stream.generate(seen::next).limit(count).toList()))
                .toList();
    }

    /** Replicas of a case, in parts. */
    private List<StudyCase<CouplingCase>> parts(Case each, Coupling coupling) {
        List<StudyCase<CouplingCase>> parts = new ArrayList<>();
        long seed = each.population().scenario().population().seed();
        ReplicaRun all = new ReplicaRun(coupling.problem(), each.agents(), replicas, seed);
        int begun = 0;
        for (int end : each.ends(replicas)) {
            int first = begun;
            int count = end - first;
            String name = count == replicas ? each.name() : each.name() + "-from-" + first;
            ReplicaRun part = all.some(first, count);
            parts.add(new StudyCase<>(
                    name,
                    CouplingCase.class,
                    part.agentSteps(),
                    given -> each.seen(coupling, part, first, count, given)));
            begun = end;
        }
        return parts;
    }

    /** Couplings with limits that are known, or that large populations have. */
    private Map<Problem, Coupling> found(Resources resources) {
        List<Problem> followed = couplings.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        List<double[][]> taken =
                resources.all(followed.stream().map(this::followed).toList());
        Map<Problem, Coupling> found = new IdentityHashMap<>();
        couplings.forEach((population, known) -> known.ifPresent(coupling -> found.put(population, coupling)));
        for (int i = 0; i < taken.size(); i++) {
            Limit limit = new Limit(taken.get(i), Optional.empty());
            found.put(followed.get(i), Coupling.of(followed.get(i), limit));
        }
        return found;
    }

    /** The limit as a large population has it. */
    private StudyCase<double[][]> followed(Problem population) {
        ReplicaRun run = Limit.reference(population, largest);
        return new StudyCase<>(
                "limit-" + population.grid().steps(),
                double[][].class,
                run.agentSteps(),
                given -> Limit.followed(population, run, given).taken());
    }
}
