package io.github.murmuration.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.murmuration.cli.FailureElsewhere;
import io.github.murmuration.study.KeptCases;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program of a task, which reads one request after the other. */
final class StudiesTest {

    private static final List<String> MACHINE = List.of("--backend", "cpu-scalar");

    private static final String SCENARIO = """
            initial: {point: 0}
            target: {gaussian: {mean: 1, standard-deviation: 0.5}}
            protocol: {breaks: 2, beta: 3}
            population: {agents: 100, seed: 1}
            time: {steps: 16}
            """;

    private static Order chaos(String... options) {
        return order("chaos", SCENARIO, options);
    }

    private static Order sweep(String... options) {
        return order("sweep", SCENARIO, options);
    }

    private static Order order(String study, String scenario, String... options) {
        return Order.of(new KeptCases.Request(study, List.of(options), scenario), List.of());
    }

    private static double work(Studies.Maker maker, Order order) throws IOException {
        return maker.study(order, MACHINE).study().work();
    }

    @Test
    void nothingOfOneRequestIsLeftInTheNext() throws IOException {
        double chaos = work(new Studies.Maker(), chaos());
        double sweep = work(new Studies.Maker(), sweep("--vary=population.seed=4"));
        Studies.Maker maker = new Studies.Maker();
        assertNotEquals(chaos, work(maker, chaos("--replicas=7", "--sizes=100,200,400")));
        assertEquals(3 * sweep, work(maker, sweep("--vary=population.seed=1,2,3")));
        assertEquals(chaos, work(maker, chaos()));
        assertEquals(sweep, work(maker, sweep("--vary=population.seed=4")));
    }

    @Test
    void theSameRequestIsReadOnce() throws IOException {
        Studies.Maker maker = new Studies.Maker();
        Studies.Asked first = maker.study(chaos(), MACHINE);
        assertSame(first, maker.study(chaos(), MACHINE));
    }

    @Test
    void aRequestThatIsRefusedLeavesNoStudy() throws IOException {
        Studies.Maker maker = new Studies.Maker();
        maker.study(chaos(), MACHINE);
        for (int twice = 0; twice < 2; twice++) {
            assertThrows(FailureElsewhere.class, () -> maker.study(chaos("--replicas=none"), MACHINE));
        }
    }
}
