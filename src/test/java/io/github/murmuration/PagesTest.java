package io.github.murmuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of the documentation lead to each other: no link goes nowhere, and the menu of the site has every page. */
class PagesTest {

    private static final Path PAGES = Path.of("src/site/markdown");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ITEM = Pattern.compile("<item [^>]*href=\"([^\"]+)\"");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>[^<]*</groupId>\\s*<artifactId>([^<]*)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("[a-z]+:.*");

    /** What the site makes of files that are elsewhere in the sources, as the pom says. */
    private static final Set<String> MADE =
            Set.of("index.html", "apidocs/index.html", "kernels.html", "CHANGELOG.html", "CONTRIBUTING.html");

    @Test
    void linksLeadToFilesAndToAnchorsInThem() throws IOException {
        try (Stream<Path> pages = pages()) {
            List<String> broken = pages.flatMap(page -> links(page)
                            .filter(link -> !leadsSomewhere(page, link))
                            .map(link -> page + ": " + link))
                    .toList();
            assertEquals(List.of(), broken);
        }
    }

    @Test
    void theMenuHasEveryPageAndNoOther() throws IOException {
        Set<String> menu = new TreeSet<>();
        ITEM.matcher(text(Path.of("src/site/site.xml")))
                .results()
                .map(item -> item.group(1))
                .filter(item -> !MADE.contains(item))
                .forEach(menu::add);
        try (Stream<Path> files = Files.list(PAGES)) {
            assertEquals(
                    files.map(file -> file.getFileName().toString().replace(".md", ".html"))
                            .collect(Collectors.toCollection(TreeSet::new)),
                    menu);
        }
    }

    /** Every jar of the program has a licence on the page, and none is there that has gone. */
    @Test
    void licencesOfAllLibrariesAreListed() {
        Set<String> libraries = new TreeSet<>(Set.of("VectorGraphics2D")); // comes with xchart
        DEPENDENCY
                .matcher(text(Path.of("pom.xml")).split("<build>")[0])
                .results()
                .filter(dependency -> !dependency.group(2).matches("(?s).*<scope>(test|provided)</scope>.*"))
                .forEach(dependency -> libraries.add(dependency.group(1)));
        Set<String> listed = new TreeSet<>();
        text(PAGES.resolve("third-party.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| library") && !line.startsWith("| ---"))
                .forEach(line ->
                        listed.addAll(List.of(line.split("\\|")[1].strip().split(", "))));
        assertEquals(libraries, listed);
    }

    private static Stream<Path> pages() throws IOException {
        Stream<Path> single = Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "kernels/README.md")
                .map(Path::of);
        Stream<Path> folders = Stream.of(PAGES, Path.of("bench/results")).flatMap(PagesTest::files);
        return Stream.concat(single, folders);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> links(Path page) {
        return LINK.matcher(text(page)).results().map((MatchResult link) -> link.group(1));
    }

    private static boolean leadsSomewhere(Path page, String link) {
        if (SCHEME.matcher(link).matches()) {
            return true;
        }
        String[] parts = link.split("#", 2);
        Path folder = Objects.requireNonNullElse(page.getParent(), Path.of(""));
        Path target = parts[0].isEmpty() ? page : folder.resolve(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || text(target).contains("<a id=\"" + parts[1] + "\"></a>"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
