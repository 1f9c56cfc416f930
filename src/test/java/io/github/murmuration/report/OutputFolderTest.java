package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.scenario.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void choose() {
        folder = parent.resolve("out/run");
    }

    @Test
    void filesShowWhenTheyArePublished() throws IOException {
        try (OutputFolder output = OutputFolder.open(folder)) {
            output.write("a.csv", "1");
            output.write("b.csv", "2");
            assertEquals(Map.of(), visible());
            output.publish();
            assertEquals(Map.of("a.csv", "1", "b.csv", "2"), visible());
        }
    }

    @Test
    void whatIsNotPublishedLeavesTheFilesOfTheRunBefore() throws IOException {
        publish(Map.of("a.csv", "old", "b.csv", "old"));
        try (OutputFolder output = OutputFolder.open(folder)) {
            output.write("a.csv", "new");
        }
        assertEquals(Map.of("a.csv", "old", "b.csv", "old"), visible());
    }

    @Test
    void filesOfTheRunBeforeGoAndThoseOfTheUserStay() throws IOException {
        publish(Map.of("a.csv", "old", "b.csv", "old"));
        Files.writeString(folder.resolve("notes.txt"), "mine");
        publish(Map.of("a.csv", "new", "c.csv", "new"));
        assertEquals(Map.of("a.csv", "new", "c.csv", "new", "notes.txt", "mine"), visible());
    }

    @Test
    void whatIsPublishedLaterComesBesideWhatWasPublishedBefore() throws IOException {
        publish(Map.of("old.png", "old"));
        try (OutputFolder output = OutputFolder.open(folder)) {
            output.write("page.html", "without");
            output.publish();
            output.write("new.png", "figure");
            output.write("page.html", "with");
            output.publish();
        }
        assertEquals(Map.of("page.html", "with", "new.png", "figure"), visible());
        publish(Map.of("page.html", "last"));
        assertEquals(Map.of("page.html", "last"), visible());
    }

    /** A process that dies while it moves its files leaves the rest in ready/: the next one moves them, and takes the old ones away. */
    @Test
    void aPublicationThatWasStoppedIsFinished() throws IOException {
        publish(Map.of("a.csv", "old", "b.csv", "old"));
        Path ready = Files.createDirectory(folder.resolve(".murmuration/ready"));
        Files.writeString(folder.resolve("a.csv"), "new");
        Files.writeString(ready.resolve("c.csv"), "new");
        Files.writeString(ready.resolve("manifest"), "a.csv\nc.csv");
        OutputFolder.open(folder).close();
        assertEquals(Map.of("a.csv", "new", "c.csv", "new"), visible());
    }

    /** Its last act but one was to move the manifest. */
    @Test
    void aPublicationThatWasStoppedAtItsVeryEndKeepsItsFiles() throws IOException {
        publish(Map.of("a.csv", "new"));
        Files.createDirectory(folder.resolve(".murmuration/ready"));
        OutputFolder.open(folder).close();
        assertEquals(Map.of("a.csv", "new"), visible());
    }

    @Test
    void leftOversOfDeadProcessesGo() throws IOException {
        publish(Map.of("a.csv", "1"));
        Files.createDirectories(folder.resolve("checkpoint"));
        Path[] left = {
            folder.resolve(".a.csv.0123456789abcdef.partial"),
            folder.resolve("checkpoint/.case.json.fedcba9876543210.partial"),
            folder.resolve(".murmuration/new/b.csv")
        };
        Files.createDirectory(folder.resolve(".murmuration/new"));
        for (Path file : left) {
            Files.writeString(file, "half of");
        }
        Path mine = Files.writeString(folder.resolve(".mine.partial"), "a user's");
        OutputFolder.open(folder).close();
        for (Path file : left) {
            assertTrue(Files.notExists(file), file.toString());
        }
        assertTrue(Files.exists(mine));
    }

    @Test
    void aManifestThatNamesFilesElsewhereRemovesNone() throws IOException {
        Path elsewhere = Files.writeString(parent.resolve("elsewhere.csv"), "mine");
        publish(Map.of("a.csv", "1"));
        Files.writeString(
                folder.resolve(".murmuration/manifest"),
                "../../elsewhere.csv\n" + elsewhere + "\n..\n\0\n\u00e9\na.csv");
        publish(Map.of("b.csv", "2"));
        assertTrue(Files.exists(elsewhere));
        assertEquals(Map.of("b.csv", "2"), visible());
    }

    @Test
    void aFolderInTheManifestStays() throws IOException {
        publish(Map.of("a.csv", "1", "b.txt", "1"));
        Files.delete(folder.resolve("b.txt"));
        Path mine = Files.createDirectories(folder.resolve("b.txt/mine"));
        publish(Map.of("a.csv", "2"));
        assertTrue(Files.exists(mine));
    }

    @Test
    void aFolderInUseIsRefusedWithTheProcessThatHasIt() throws IOException {
        try (OutputFolder output = OutputFolder.open(folder)) {
            String pid = Long.toString(ProcessHandle.current().pid());
            refused("in use by process " + pid);
            refused("in use by process " + pid);
            output.write("a.csv", "1");
            output.publish();
        }
        OutputFolder.open(folder).close();
        assertEquals(Map.of("a.csv", "1"), visible());
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.createDirectory(parent.resolve("out"));
        Files.writeString(folder, "mine");
        refused("run is a file");
    }

    @Test
    void aParentThatIsAFileIsNamed() throws IOException {
        Files.writeString(parent.resolve("out"), "mine");
        refused("out is a file");
    }

    @Test
    void aLinkToNothingIsNamed() throws IOException {
        Files.createSymbolicLink(parent.resolve("out"), parent.resolve("nothing"));
        refused("out is a link to nothing");
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        folder = parent.resolve("long".repeat(100));
        refused("cannot be written to: ");
    }

    @Test
    void noNameIsNoFolder() {
        ScenarioException e = assertThrows(ScenarioException.class, () -> OutputFolder.open(Path.of("")));
        assertEquals("--out: \"\" is not accepted; give a folder", e.getMessage());
    }

    @Test
    void aFolderInPlaceOfAFileIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("report.html"));
        refused("report.html is a folder");
    }

    @Test
    void aFolderInPlaceOfACheckpointIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("checkpoint/state.bin"));
        refused("state.bin is a folder");
    }

    @Test
    void aFileInPlaceOfTheFolderOfCheckpointsIsRefused() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("checkpoint"), "mine");
        refused("checkpoint is a file");
    }

    @Test
    void aRefusedFolderIsNotKeptLocked() throws IOException {
        Path blocked = Files.createDirectories(folder.resolve("report.html"));
        refused("report.html is a folder");
        Files.delete(blocked);
        OutputFolder.open(folder).close();
    }

    private void refused(String reason) {
        ScenarioException e = assertThrows(ScenarioException.class, () -> OutputFolder.open(folder));
        assertTrue(e.getMessage().startsWith("--out: " + folder + " "), e.getMessage());
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    private void publish(Map<String, String> files) throws IOException {
        try (OutputFolder output = OutputFolder.open(folder)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                output.write(file.getKey(), file.getValue());
            }
            output.publish();
        }
    }

    /** Names and contents of what a user sees. */
    private Map<String, String> visible() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }
}
