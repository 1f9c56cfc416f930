package io.github.murmuration.cluster;

import io.github.murmuration.scenario.Scenario;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Results as bytes between the tasks and the driver: by Java's serialisation, to which records, optional values, views of lists and paths are given
 * as what they are made of. The scenario stays where it is: both ends have it.
 */
final class Records {

    private Records() {}

    static byte[] bytes(Object result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new Writer(bytes)) {
            out.writeObject(result);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException they are not of that type */
    static <R> R read(byte[] bytes, Class<R> type, Scenario scenario) {
        try (Reader in = new Reader(new ByteArrayInputStream(bytes), scenario)) {
            return type.cast(in.readObject());
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A record that Java does not serialise. */
    private record Parts(Class<?> type, Object[] values) implements Serializable {

        static Parts of(Record some) throws IOException {
            RecordComponent[] components = some.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            try {
                for (int i = 0; i < values.length; i++) {
                    components[i].getAccessor().setAccessible(true);
                    values[i] = components[i].getAccessor().invoke(some);
                }
            } catch (ReflectiveOperationException e) {
                throw new IOException(e);
            }
            return new Parts(some.getClass(), values);
        }

        Object whole() throws IOException {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IOException(e);
            }
        }
    }

    /** The scenario of the run. */
    private record Asked() implements Serializable {}

    private record Perhaps(Object value) implements Serializable {}

    private record Place(String path) implements Serializable {}

    private static final class Writer extends ObjectOutputStream {

        Writer(OutputStream out) throws IOException {
            super(out);
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object some) throws IOException {
            if (some instanceof Optional<?> optional) {
                return new Perhaps(optional.orElse(null));
            }
            if (some instanceof Path path) {
                return new Place(path.toString());
            }
            if (some instanceof List<?> list && !(some instanceof Serializable)) {
                return new ArrayList<>(list);
            }
            if (some instanceof Scenario) {
                return new Asked();
            }
            return some instanceof Record of && !(some instanceof Serializable) ? Parts.of(of) : some;
        }
    }

    private static final class Reader extends ObjectInputStream {

        private final Scenario scenario;

        Reader(InputStream in, Scenario scenario) throws IOException {
            super(in);
            this.scenario = scenario;
            enableResolveObject(true);
        }

        @Override
        protected Object resolveObject(Object read) throws IOException {
            if (read instanceof Perhaps perhaps) {
                return Optional.ofNullable(perhaps.value());
            }
            if (read instanceof Place place) {
                return Path.of(place.path());
            }
            if (read instanceof Asked) {
                return scenario;
            }
            return read instanceof Parts parts ? parts.whole() : read;
        }

        /** Classes of the application, which Spark has loaded by itself. */
        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(described.getName(), false, Records.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                return super.resolveClass(described);
            }
        }
    }
}
