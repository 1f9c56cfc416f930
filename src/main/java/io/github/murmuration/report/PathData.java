package io.github.murmuration.report;

import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths of SVG in few characters: each point relative to the one before, in hundredths of a pixel; roundings do not add up. */
final class PathData {

    private static final String COMMANDS = "MLQCZ";
    private static final String SEPARATORS = " ,";
    private static final Pattern PATH = Pattern.compile(" d=\"([^\"]*)\"");

    private final StringBuilder text = new StringBuilder();
    private final long[] at = new long[2];
    private final long[] segment = new long[2];
    private final long[] start = new long[2];
    private char command;
    private int written;

    private PathData() {}

    /**
     * An image with shorter paths.
     * @param svg whose paths are made of the commands M, L, Q, C and Z
     */
    static String shortened(String svg) {
        return PATH.matcher(svg).replaceAll(path -> " d=\"" + Matcher.quoteReplacement(relative(path.group(1))) + "\"");
    }

    static String relative(String path) {
        PathData data = new PathData();
        StringTokenizer tokens = new StringTokenizer(path, COMMANDS + SEPARATORS, true);
        while (tokens.hasMoreTokens()) {
            data.take(tokens.nextToken());
        }
        return data.text.toString();
    }

    private void take(String token) {
        if (COMMANDS.contains(token)) {
            command(token.charAt(0));
        } else if (!SEPARATORS.contains(token)) {
            number(Math.round(100 * Double.parseDouble(token)));
        }
    }

    /** A letter is left out where it repeats the one before. */
    private void command(char letter) {
        if (letter != command || letter == 'M' || letter == 'Z') {
            text.append((char) (letter - 'A' + 'a'));
        }
        command = letter;
        written = 0;
        if (letter == 'Z') {
            System.arraycopy(start, 0, at, 0, 2);
        }
    }

    private void number(long hundredths) {
        int axis = written % 2;
        append(hundredths - at[axis]);
        segment[axis] = hundredths;
        written++;
        if (written == (command == 'C' ? 6 : command == 'Q' ? 4 : 2)) {
            System.arraycopy(segment, 0, at, 0, 2);
            if (command == 'M') {
                System.arraycopy(segment, 0, start, 0, 2);
            }
        }
    }

    private void append(long hundredths) {
        long whole = Math.abs(hundredths) / 100;
        int fraction = (int) (Math.abs(hundredths) % 100);
        boolean digitBefore = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
        text.append(hundredths < 0 ? "-" : digitBefore ? " " : "");
        if (whole > 0 || fraction == 0) {
            text.append(whole);
        }
        if (fraction > 0) {
            text.append('.').append(fraction / 10);
        }
        if (fraction % 10 > 0) {
            text.append(fraction % 10);
        }
    }
}
