package io.github.murmuration.report;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths of SVG in few characters: each point relative to the one before, in hundredths of a pixel; roundings do not add up. */
final class PathData {

    private static final Pattern PATH = Pattern.compile(" d=\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("([MLQCZ])|[-+]?\\d*\\.?\\d+(?:E[-+]?\\d+)?");

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
        TOKEN.matcher(path).results().forEach(data::take);
        return data.text.toString();
    }

    private void take(MatchResult token) {
        if (token.group(1) == null) {
            number(Math.round(100 * Double.parseDouble(token.group())));
        } else {
            command(token.group(1).charAt(0));
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
        String digits = String.format(Locale.ROOT, "%03d", Math.abs(hundredths));
        String whole = digits.substring(0, digits.length() - 2);
        String fraction = digits.substring(digits.length() - 2).replaceAll("0+$", "");
        String number =
                (whole.equals("0") && !fraction.isEmpty() ? "" : whole) + (fraction.isEmpty() ? "" : "." + fraction);
        boolean digitBefore = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
        text.append(hundredths < 0 ? "-" : digitBefore ? " " : "").append(number);
    }
}
