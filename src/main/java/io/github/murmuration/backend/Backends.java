package io.github.murmuration.backend;

import io.github.murmuration.scenario.Model;
import io.github.murmuration.scenario.ScenarioException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The backends of this installation. */
public final class Backends {

    public static final String AUTO = "auto";

    private Backends() {}

    /** All backends, preferred ones first, usable or not. */
    public static List<Backend> all() {
        return ServiceLoader.load(Backend.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(Backend::preference).reversed())
                .toList();
    }

    /**
     * The named backend, or for {@code auto} the preferred one among those that can run a model here.
     *
     * @throws ScenarioException no backend has that name
     * @throws UnavailableException it cannot run on this machine
     */
    public static Backend select(String name, Model model) {
        return name.equals(AUTO)
                ? all().stream().filter(b -> suits(b, model)).findFirst().orElseThrow()
                : select(name);
    }

    /** The backend of a name. @throws ScenarioException there is none. @throws UnavailableException it cannot run on this machine */
    public static Backend select(String name) {
        Backend backend = all().stream()
                .filter(b -> b.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ScenarioException.refused("--backend", name, "one of " + AUTO + ", " + names()));
        if (!backend.availability().usable()) {
            throw new UnavailableException(name + ": " + backend.availability().detail());
        }
        return backend;
    }

    /**
     * Like {@link #select}, but {@code auto} looks among those that have a kernel for patterns and no launch to pay for: most studies
     * of patterns ask for one centre at a time.
     */
    public static Backend selectForPatterns(String name) {
        return name.equals(AUTO)
                ? all().stream()
                        .filter(b -> b.evaluatesPatterns()
                                && b.quickAtLittle()
                                && b.availability().usable())
                        .findFirst()
                        .orElseThrow()
                : select(name);
    }

    /** Why {@code auto} does not pick something better for a model, one line for each backend that it passes over. */
    public static List<String> passedOver(Model model) {
        return all().stream()
                .takeWhile(backend -> !suits(backend, model))
                .map(backend -> backend.name() + ": "
                        + (backend.steps(model)
                                ? backend.availability().detail()
                                : "has no arithmetic for model " + model))
                .toList();
    }

    private static boolean suits(Backend backend, Model model) {
        return backend.steps(model) && backend.availability().usable();
    }

    private static String names() {
        return String.join(", ", all().stream().map(Backend::name).toList());
    }
}
