package io.github.murmuration.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.murmuration.backend.Backend.Availability;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendsTest {

    private static Backend backend(String name, boolean usable, boolean quickAtLittle) {
        InvocationHandler answers = (proxy, method, arguments) -> switch (method.getName()) {
            case "name" -> name;
            case "availability" -> new Availability(usable, name);
            case "quickAtLittle" -> quickAtLittle;
            default -> throw new UnsupportedOperationException(method.getName());
        };
        return (Backend)
                Proxy.newProxyInstance(Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, answers);
    }

    @Test
    void automaticChoiceIsByPreferenceAndByWork() {
        Backend broken = backend("broken", false, true);
        Backend device = backend("device", true, false);
        Backend host = backend("host", true, true);
        List<Backend> preferred = List.of(broken, device, host);
        assertEquals(
                "device",
                Backends.automatic(preferred, Double.POSITIVE_INFINITY).name());
        assertEquals("device", Backends.automatic(preferred, Backends.LITTLE).name());
        assertEquals(
                "host",
                Backends.automatic(preferred, Math.nextDown(Backends.LITTLE)).name());
    }
}
