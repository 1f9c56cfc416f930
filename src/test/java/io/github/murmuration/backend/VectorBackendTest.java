package io.github.murmuration.backend;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Nested;

/** The vector backend at every lane width: its classes are loaded afresh for each, since the width is a constant to the JIT. */
class VectorBackendTest {

    abstract static class AtWidth extends BackendContract {

        private final Backend backend;

        AtWidth(int bits) {
            this.backend = load(bits);
        }

        @Override
        protected Backend backend() {
            return backend;
        }

        @Override
        protected int[] threads() {
            return new int[] {1, 2, 3};
        }
    }

    @Nested
    class Bits128 extends AtWidth {
        Bits128() {
            super(128);
        }
    }

    @Nested
    class Bits256 extends AtWidth {
        Bits256() {
            super(256);
        }
    }

    @Nested
    class Bits512 extends AtWidth {
        Bits512() {
            super(512);
        }
    }

    private static Backend load(int bits) {
        String property = "murmuration.vector.bits";
        String before = System.getProperty(property);
        System.setProperty(property, Integer.toString(bits));
        try {
            Backend backend = (Backend) new FreshVectorClasses()
                    .loadClass("io.github.murmuration.backend.vector.VectorBackend")
                    .getConstructor()
                    .newInstance();
            if (!backend.availability().detail().startsWith(bits + "-bit")) {
                throw new AssertionError("asked for " + bits + " bits, got " + backend.availability());
            }
            return backend;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        } finally {
            if (before == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, before);
            }
        }
    }

    private static final class FreshVectorClasses extends ClassLoader {

        FreshVectorClasses() {
            super(VectorBackendTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.github.murmuration.backend.vector.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
