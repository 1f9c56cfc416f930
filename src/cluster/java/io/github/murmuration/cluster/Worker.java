package io.github.murmuration.cluster;

import io.github.murmuration.sim.Progress;
import io.github.murmuration.study.Meter;
import io.github.murmuration.study.Resources;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** A task of a study, on an executor: a partition is the orders that it computes, one after the other. */
final class Worker extends AbstractFunction1<Iterator<ArrayList<Order>>, Outcome> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> machine;
    private final Broadcast<HashMap<String, String>> kept;

    /**
     * @param machine options of the backend
     * @param kept results of cases that those here may ask for, as JSON, by name
     */
    Worker(List<String> machine, Broadcast<HashMap<String, String>> kept) {
        this.machine = new ArrayList<>(machine);
        this.kept = kept;
    }

    @Override
    public Outcome apply(Iterator<ArrayList<Order>> partition) {
        List<String> results = new ArrayList<>();
        String backend = "";
        try {
            Graphics.ofTask(TaskContext.get());
            for (Order order : partition.next()) {
                Outcome outcome = computed(order);
                results.addAll(outcome.results());
                backend = outcome.backend();
            }
            return Outcome.found(results, backend);
        } catch (IOException | RuntimeException | Error e) {
            return Outcome.failed(e);
        }
    }

    private Outcome computed(Order order) throws IOException {
        Studies.Maker maker = Studies.ofExecutor().take();
        Outcome outcome = computed(order, maker.study(order, machine));
        Studies.ofExecutor().giveBack(maker);
        return outcome;
    }

    private Outcome computed(Order order, Studies.Asked asked) {
        Vectors.require(asked.backend().name(), String.join(" ", machine));
        Map<String, String> earlier = kept.value();
        Resources resources = new Resources(
                asked.backend(),
                asked.noise(),
                TaskContext.get().cpus(),
                new WantedCases(order.names(), earlier),
                new Meter(1, Progress.NONE));
        List<String> results = WantedCases.of(asked.study(), resources);
        return Outcome.found(
                results,
                asked.backend().name() + ", " + asked.backend().availability().detail());
    }
}
