import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code mvn verify} has checked, in one line, from the reports of the tests: Maven says nothing of its own with -q. */
class Summary {

    private static final Pattern CASE = Pattern.compile("<testcase |<skipped|<failure|<error");

    private int tests;
    private int skipped;
    private int failed;

    public static void main(String[] arguments) throws IOException {
        Summary summary = new Summary();
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(Path.of(arguments[0]), "TEST-*.xml")) {
            for (Path report : reports) {
                summary.add(Files.readString(report));
            }
        }
        System.out.println(summary);
    }

    private void add(String report) {
        Matcher found = CASE.matcher(report);
        while (found.find()) {
            switch (found.group()) {
                case "<testcase " -> tests++;
                case "<skipped" -> skipped++;
                default -> failed++;
            }
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "verified: %,d tests passed, %d failed, %d skipped; comments, formatting and links of the pages are checked; the program is in"
                        + " target/murmuration",
                tests - skipped - failed,
                failed,
                skipped);
    }
}
