package io.github.murmuration.cluster;

import io.github.murmuration.study.Cases;
import io.github.murmuration.study.KeptCases;
import io.github.murmuration.study.Resources;
import io.github.murmuration.study.StudyCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Computes the cases that are not kept as tasks of a cluster and keeps each as it comes. The largest begin first; small ones share a
 * task.
 *
 * @param copied copies what is kept to where the output folder is
 * @param request that executors find the cases in
 * @param machine options of the backend
 */
record CasesOnCluster(
        Connection connection, KeptCases kept, Runnable copied, KeptCases.Request request, List<String> machine)
        implements Cases {

    /** Tasks that the work is cut into, for each that the cluster runs at a time, if there are as many cases. */
    private static final int TASKS_PER_CORE = 64;

    @Override
    public <R> List<R> all(List<StudyCase<R>> cases, boolean together, Resources resources) {
        Set<String> before = Set.copyOf(kept.names());
        List<StudyCase<R>> missing = new ArrayList<>();
        for (StudyCase<R> each : cases) {
            if (before.contains(each.name())) {
                resources.meter().skip(each.work());
            } else {
                missing.add(each);
            }
        }
        if (!missing.isEmpty()) {
            compute(missing, earlier(cases), resources);
        }
        return cases.stream().map(each -> kept.find(each).orElseThrow()).toList();
    }

    private <R> void compute(List<StudyCase<R>> missing, HashMap<String, String> earlier, Resources resources) {
        copied.run();
        List<List<StudyCase<R>>> tasks = tasks(missing);
        List<ArrayList<Order>> orders = tasks.stream().map(this::orders).collect(Collectors.toList());
        connection.run(orders, machine, earlier, (task, outcome) -> {
            for (int i = 0; i < outcome.results().size(); i++) {
                StudyCase<R> done = tasks.get(task).get(i);
                kept.keep(done.name(), outcome.results().get(i));
                resources.meter().add(done.work());
            }
            copied.run();
        });
    }

    /** Results that cases may ask for. */
    private <R> HashMap<String, String> earlier(List<StudyCase<R>> cases) {
        Set<String> own = cases.stream().map(StudyCase::name).collect(Collectors.toSet());
        HashMap<String, String> earlier = new HashMap<>();
        if (cases.get(0).alone().isEmpty()) {
            kept.names().stream()
                    .filter(name -> !own.contains(name))
                    .forEach(name -> earlier.put(name, kept.text(name).orElseThrow()));
        }
        return earlier;
    }

    /** Cases in lists of about equal work, or alone where they have more, the largest first. */
    private <R> List<List<StudyCase<R>>> tasks(List<StudyCase<R>> cases) {
        double all = cases.stream().mapToDouble(StudyCase::work).sum();
        double share = all / (TASKS_PER_CORE * (double) connection.tasksAtOnce());
        List<List<StudyCase<R>>> tasks = new ArrayList<>();
        double open = 0;
        for (StudyCase<R> each : sorted(cases)) {
            if (tasks.isEmpty() || open + each.work() > share) {
                tasks.add(new ArrayList<>());
                open = 0;
            }
            tasks.get(tasks.size() - 1).add(each);
            open += each.work();
        }
        return tasks;
    }

    private static <R> List<StudyCase<R>> sorted(List<StudyCase<R>> cases) {
        return cases.stream()
                .sorted(Comparator.<StudyCase<R>>comparingDouble(StudyCase::work)
                        .reversed())
                .toList();
    }

    private <R> ArrayList<Order> orders(List<StudyCase<R>> task) {
        ArrayList<Order> orders = new ArrayList<>();
        ArrayList<String> named = new ArrayList<>();
        for (StudyCase<R> each : task) {
            each.alone()
                    .ifPresentOrElse(
                            alone -> orders.add(Order.of(alone.get(), new ArrayList<>())),
                            () -> named.add(each.name()));
        }
        if (!named.isEmpty()) {
            orders.add(Order.of(request, named));
        }
        return orders;
    }
}
