package io.github.murmuration.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as the build knows it. */
final class BuildVersion implements IVersionProvider {

    static String number() {
        return property("version");
    }

    /** The commit that it was built from, with {@code +changes} where files had been changed since; empty where the build did not know. */
    static String commit() {
        return property("commit");
    }

    private static String property(String name) {
        Properties properties = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(name);
    }

    @Override
    public String[] getVersion() {
        return new String[] {"murmuration " + number()};
    }
}
