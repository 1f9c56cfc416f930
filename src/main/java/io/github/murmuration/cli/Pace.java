package io.github.murmuration.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast steps are taken now: over the second half of the time, and not before the first steps are taken. So what a start costs is soon
 * forgotten, when classes are loaded and machine code is still to be made.
 */
final class Pace {

    /** Marks are this part of the time so far apart, at least: about a hundred of them are kept. */
    private static final double SPACING = 0.005;

    private final Deque<Mark> marks = new ArrayDeque<>();
    private final int before;

    private record Mark(double seconds, int done) {}

    /** @param before steps that this process did not take */
    Pace(int before) {
        this.before = before;
    }

    /** So many steps are taken, at that time. */
    void mark(double seconds, int done) {
        if (done == before || !marks.isEmpty() && seconds - marks.getLast().seconds() <= SPACING * seconds) {
            return;
        }
        marks.addLast(new Mark(seconds, done));
        Mark first = marks.removeFirst();
        while (marks.size() > 1 && marks.getFirst().seconds() <= seconds / 2) {
            first = marks.removeFirst();
        }
        marks.addFirst(first);
    }

    /** Steps per second; 0 before the second mark. */
    double rate() {
        Mark first = marks.peekFirst();
        Mark last = marks.peekLast();
        return last == first ? 0 : (last.done() - first.done()) / (last.seconds() - first.seconds());
    }
}
