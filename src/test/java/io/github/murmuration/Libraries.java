package io.github.murmuration;

import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jars of the tests' class path that a module path may have: not Spark's, whose names are none of modules. */
public final class Libraries {

    private static final Pattern OF_SPARK = Pattern.compile("/(spark|scala|hadoop)-[^/]*\\.jar");

    private Libraries() {}

    public static Stream<Path> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        entry.endsWith(".jar") && !OF_SPARK.matcher(entry).find())
                .map(Path::of);
    }
}
