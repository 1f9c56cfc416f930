package io.github.murmuration.backend;

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
     * The named backend, or for {@code auto} the preferred one among those that can run here.
     *
     * @throws IllegalArgumentException no backend has that name
     * @throws UnavailableException it cannot run on this machine
     */
    public static Backend select(String name) {
        if (name.equals(AUTO)) {
            return all().stream()
                    .filter(b -> b.availability().usable())
                    .findFirst()
                    .orElseThrow();
        }
        Backend backend = all().stream()
                .filter(b -> b.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--backend: " + name + " is not accepted; give one of "
                        + AUTO + ", "
                        + String.join(", ", all().stream().map(Backend::name).toList())));
        if (!backend.availability().usable()) {
            throw new UnavailableException(name + ": " + backend.availability().detail());
        }
        return backend;
    }
}
