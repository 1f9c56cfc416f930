package io.github.murmuration.cli;

import io.github.murmuration.Libraries;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program as a module, and the modules that it needs: those that {@code target/murmuration/lib} has. */
final class ModulePath {

    /** Of the libraries that are no part of the tests alone. */
    private static final Set<String> LIBRARIES = Set.of(
            "VectorGraphics2D",
            "com.fasterxml.jackson.annotation",
            "com.fasterxml.jackson.core",
            "com.fasterxml.jackson.databind",
            "com.fasterxml.jackson.dataformat.yaml",
            "ejml.core",
            "ejml.ddense",
            "hipparchus.core",
            "hipparchus.stat",
            "info.picocli",
            "io.jhdf",
            "org.apache.commons.lang3",
            "org.slf4j",
            "jcuda",
            "jcuda.natives",
            "jcurand",
            "jcurand.natives",
            "org.knowm.xchart",
            "org.yaml.snakeyaml",
            "uplot");

    private ModulePath() {}

    /** With a jar of the classes, made in a folder. */
    static String in(Path folder) throws IOException {
        Path jar = folder.resolve("murmuration.jar");
        Path manifest = Files.writeString(folder.resolve("manifest"), "Multi-Release: true\n");
        List<String> make = List.of("-c0fm", jar.toString(), manifest.toString(), "-C", "target/classes", ".");
        if (ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, make.toArray(String[]::new)) != 0) {
            throw new AssertionError("no jar");
        }
        return Stream.concat(Stream.of(jar.toString()), libraries()).collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> libraries() {
        return Libraries.jars().filter(jar -> LIBRARIES.contains(name(jar))).map(Path::toString);
    }

    private static String name(Path jar) {
        return ModuleFinder.of(jar).findAll().iterator().next().descriptor().name();
    }
}
