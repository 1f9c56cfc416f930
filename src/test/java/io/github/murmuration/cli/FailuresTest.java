package io.github.murmuration.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.murmuration.backend.UnavailableException;
import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is thrown becomes one line and one of the statuses 2, 3, 4 and 130. */
class FailuresTest {

    private final StringWriter text = new StringWriter();
    private final Failures failures = new Failures(new PrintWriter(text, true));

    private String line(Throwable thrown, int status) {
        assertEquals(status, failures.handle(thrown, false));
        assertEquals(1, text.toString().lines().count(), text::toString);
        return text.toString();
    }

    @Test
    void memoryThatDoesNotSufficeSaysWhatToDo() {
        String line = line(new OutOfMemoryError("Java heap space"), 3);
        assertTrue(line.contains("-Xmx"), line);
        assertTrue(line.contains(Runtime.getRuntime().maxMemory() / 1048576 % 1000 + " MiB"), line);
    }

    @Test
    void threadsThatAreNotStartedAreAskedFewer() {
        String reason = "unable to create native thread: possibly out of memory or process/resource limits reached";
        assertTrue(line(new OutOfMemoryError(reason), 3).contains("--threads"));
    }

    /** What the first use of a class that ran out of memory throws, and every later one. */
    @Test
    void theCauseOfAClassThatDoesNotStartIsWhatIsTold() {
        Error first = new ExceptionInInitializerError(new OutOfMemoryError("Java heap space"));
        NoClassDefFoundError later = new NoClassDefFoundError("Could not initialize class A");
        later.initCause(first);
        assertTrue(line(later, 3).contains("-Xmx"));
    }

    @Test
    void errorsOfTheMachineAreNotFaultsOfTheProgram() {
        assertTrue(line(new StackOverflowError(), 3).contains("-Xss"));
        text.getBuffer().setLength(0);
        assertTrue(line(new UnsatisfiedLinkError("no jcuda in path\nsecond line"), 3)
                .contains("no jcuda in path"));
        text.getBuffer().setLength(0);
        assertTrue(line(new NoClassDefFoundError("java/awt/Font"), 3).contains("java/awt/Font"));
        text.getBuffer().setLength(0);
        line(new UnavailableException("too many"), 3);
    }

    @Test
    void theUnexpectedIsAFailedRun() {
        line(new InternalError("a fault occurred in an unsafe memory access operation"), 4);
        text.getBuffer().setLength(0);
        assertTrue(line(new IllegalStateException("first\nsecond"), 4).contains("please report it"));
        text.getBuffer().setLength(0);
        assertTrue(line(new UncheckedIOException(new FileNotFoundException("a.csv")), 3)
                .contains("a.csv"));
        text.getBuffer().setLength(0);
        line(new CancellationException("interrupted"), 130);
    }

    @Test
    void namesThatJavaCannotWriteSayWhichLocaleCan() {
        String reason = "Malformed input or input contains unmappable characters";
        assertTrue(line(new InvalidPathException("\ufffd", reason), 2).contains("LC_ALL=C.UTF-8"));
        text.getBuffer().setLength(0);
        assertFalse(line(new InvalidPathException("a\0b", "Nul character not allowed"), 2)
                .contains("LC_ALL"));
    }

    @Test
    void theTraceIsShownWhereItIsAskedFor() {
        PrintWriter out = new PrintWriter(Writer.nullWriter());
        String[] run = {"run", "demand-response", "--agents", "0", "--debug"};
        assertEquals(2, Murmuration.execute(out, new PrintWriter(text, true), run));
        assertTrue(text.toString().contains("\tat io.github.murmuration"), text::toString);
    }

    @Test
    void anOptionThatIsNoNameOfAFileIsNamed() {
        PrintWriter out = new PrintWriter(Writer.nullWriter());
        int status = Murmuration.execute(out, new PrintWriter(text, true), "run", "demand-response", "--out", "a\0b");
        assertEquals(2, status);
        assertTrue(text.toString().contains("'--out': a?b: no name of a file"), text::toString);
    }

    @Test
    void aThreadOfALibraryDiesInOneLine() {
        failures.uncaughtException(new Thread("bar"), new OutOfMemoryError("Java heap space"));
        assertEquals(1, text.toString().lines().count());
        assertTrue(text.toString().startsWith("murmuration: thread bar: memory"), text::toString);
    }

    /** An Error is no Exception: it leaves the library of the command line as it came. */
    @ParameterizedTest
    @ValueSource(strings = {"list", "doctor"})
    void errorsDoNotEscape(String command) {
        PrintWriter out = new PrintWriter(Writer.nullWriter()) {
            @Override
            public void write(String words, int from, int length) {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        assertEquals(3, Murmuration.execute(out, new PrintWriter(text, true), command));
        assertEquals(1, text.toString().lines().count(), text::toString);
    }

    @Test
    void moreThreadsThanAnyMachineHasAreRefused() {
        PrintWriter out = new PrintWriter(Writer.nullWriter());
        int status = Murmuration.execute(
                out, new PrintWriter(text, true), "run", "demand-response", "--agents", "10", "--threads", "100000");
        assertEquals(2, status);
        assertEquals(1, text.toString().lines().count(), text::toString);
        assertTrue(
                text.toString().contains("--threads: 100000 is not accepted; give a whole number from 0 to 1024"),
                text::toString);
    }
}
