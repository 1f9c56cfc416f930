package io.github.murmuration.backend;

import io.github.murmuration.scenario.ScenarioException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The backends of this installation. */
public final class Backends {

    public static final String AUTO = "auto";

    /**
     * Agent-steps that a few cores take in the time, about half a second, in which a GPU is opened and its kernels are loaded.
     * Results do not depend on the choice.
     */
    public static final double LITTLE = 1e8;

    private Backends() {}

    /** All backends, preferred ones first, usable or not. */
    public static List<Backend> all() {
        return ServiceLoader.load(Backend.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(Backend::preference).reversed())
                .toList();
    }

    /**
     * The named backend, or for {@code auto} the preferred one among those that can run here.
     *
     * @throws ScenarioException no backend has that name
     * @throws UnavailableException it cannot run on this machine
     */
    public static Backend select(String name) {
        return select(name, Double.POSITIVE_INFINITY);
    }

    /**
     * The same; for {@code auto} one that is quick at little, if there is little to do.
     *
     * @param work agent-steps, or what takes about as long
     * @throws ScenarioException no backend has that name
     * @throws UnavailableException it cannot run on this machine
     */
    public static Backend select(String name, double work) {
        if (name.equals(AUTO)) {
            return automatic(all(), work);
        }
        Backend backend = all().stream()
                .filter(b -> b.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ScenarioException.refused("--backend", name, "one of " + AUTO + ", " + names()));
        if (!backend.availability().usable()) {
            throw new UnavailableException(name + ": " + backend.availability().detail());
        }
        return backend;
    }

    /** The preferred one among those that can run here and are quick at a small population. */
    public static Backend quick() {
        return automatic(all(), 0);
    }

    /** @param preferred the preferred ones first */
    static Backend automatic(List<Backend> preferred, double work) {
        return preferred.stream()
                .filter(backend -> usable(backend) && (work >= LITTLE || backend.quickAtLittle()))
                .findFirst()
                .orElseThrow();
    }

    /** Why {@code auto} does not pick something better, one line for each backend that it passes over. */
    public static List<String> passedOver() {
        return all().stream()
                .takeWhile(backend -> !usable(backend))
                .map(backend -> backend.name() + ": " + backend.availability().detail())
                .toList();
    }

    private static boolean usable(Backend backend) {
        return backend.availability().usable();
    }

    private static String names() {
        return String.join(", ", all().stream().map(Backend::name).toList());
    }
}
