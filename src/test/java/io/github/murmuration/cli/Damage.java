package io.github.murmuration.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages inputs: bits, lengths, tokens, numbers, nesting. */
final class Damage {

    private static final int MOST_DAMAGES = 4;
    private static final int MOST_REPETITIONS = 5000;

    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "-",
        "'",
        "\"",
        "\n",
        "\t",
        " ",
        "#",
        "&a ",
        "*a",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "?",
        "\0",
        "\r\n",
        "\uFEFF",
        "\u2028",
        "\u0663",
        "\uD83D\uDE00",
        "\u202E",
        "~",
        "<<: ",
        "_",
        "true",
        "null",
        "!!int ",
        "!!binary ",
        "---\n",
        "...\n",
        "[]",
        "{}",
        "\\",
        "\"\\x\"",
        "../",
        "/",
        "=",
        "--",
        "--help",
        "@file",
        "${sys:user.home}",
        "-a: ",
        "0"
    };
    private static final String[] NUMBERS = {
        "0",
        "-1",
        "-0.0",
        "1e400",
        "-1e400",
        "1e-400",
        "1e308",
        "1e-308",
        "4.9e-324",
        "1e39",
        "1e10",
        "1e-10",
        "1e300",
        "1e-170",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775808",
        "16385",
        "1.5",
        "0x1p3",
        "0100",
        "0777",
        "1o2",
        ".nan",
        "nan",
        "NaN",
        "inf",
        "-.inf",
        "Infinity",
        "1_0",
        "1__0",
        "_1",
        "1e",
        "\u0661",
        "1,5",
        "",
        "1e99999999999",
        "1e-99999999999",
        "0b1"
    };
    private static final long[] WORDS = {
        0,
        -1,
        1,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0x7ff0000000000000L,
        0x7ff8000000000000L,
        1 << 20
    };

    private Damage() {}

    /**
     * An input made from one of the valid ones, or now and then from nothing.
     * @param text whether its tokens mean something
     */
    static byte[] of(List<byte[]> valid, boolean text, RandomGenerator random) {
        if (random.nextInt(50) == 0) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] input = valid.get(random.nextInt(valid.size()));
        int damages = random.nextInt(1, MOST_DAMAGES + 1);
        for (int i = 0; i < damages; i++) {
            byte[] other = valid.get(random.nextInt(valid.size()));
            input = text && random.nextInt(8) > 0 ? tokens(input, other, random) : bytes(input, other, random);
        }
        return input;
    }

    private static byte[] tokens(byte[] input, byte[] other, RandomGenerator random) {
        StringBuilder text = new StringBuilder(new String(input, StandardCharsets.UTF_8));
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(3));
        switch (random.nextInt(6)) {
            case 0, 1 -> text.replace(at, end, random(PIECES, random));
            case 2, 3 -> replaceNumber(text, at, random(NUMBERS, random));
            case 4 ->
                swapLines(
                        text, new String(other, StandardCharsets.UTF_8).lines().toList(), random);
            default -> repeat(text, at, random);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The first number after a place becomes another. */
    private static void replaceNumber(StringBuilder text, int at, String number) {
        int from = at;
        while (from < text.length() && !Character.isDigit(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && "0123456789.e_".indexOf(text.charAt(to)) >= 0) {
            to++;
        }
        text.replace(from, to, number);
    }

    /** A line of another input takes the place of one, or comes before it. */
    private static void swapLines(StringBuilder text, List<String> others, RandomGenerator random) {
        List<String> lines = new ArrayList<>(text.toString().lines().toList());
        if (lines.isEmpty() || others.isEmpty()) {
            return;
        }
        int at = random.nextInt(lines.size());
        String other = others.get(random.nextInt(others.size()));
        if (random.nextBoolean()) {
            lines.set(at, other);
        } else {
            lines.add(at, other);
        }
        text.replace(0, text.length(), String.join("\n", lines));
    }

    private static void repeat(StringBuilder text, int at, RandomGenerator random) {
        int times = random.nextInt(5) > 0 ? random.nextInt(1, 5) : random.nextInt(1, MOST_REPETITIONS);
        text.insert(at, random(PIECES, random).repeat(times));
    }

    private static byte[] bytes(byte[] input, byte[] other, RandomGenerator random) {
        if (input.length == 0) {
            return other;
        }
        int at = random.nextInt(input.length);
        byte[] damaged = input.clone();
        switch (random.nextInt(6)) {
            case 0, 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> damaged = Arrays.copyOf(input, at);
            case 3 -> overwrite(damaged, at, WORDS[random.nextInt(WORDS.length)], random.nextBoolean());
            case 4 -> damaged = spliced(input, other, at, random);
            default -> damaged = Arrays.copyOf(input, input.length + 1 + random.nextInt(64));
        }
        return damaged;
    }

    /** A four- or eight-byte field, big-endian, as far as there is room. */
    private static void overwrite(byte[] damaged, int at, long value, boolean wide) {
        byte[] field = wide
                ? ByteBuffer.allocate(Long.BYTES).putLong(value).array()
                : ByteBuffer.allocate(Integer.BYTES).putInt((int) value).array();
        System.arraycopy(field, 0, damaged, at, Math.min(field.length, damaged.length - at));
    }

    /** The beginning of one input and the end of another. */
    private static byte[] spliced(byte[] input, byte[] other, int at, RandomGenerator random) {
        int from = random.nextInt(other.length + 1);
        byte[] both = Arrays.copyOf(input, at + other.length - from);
        System.arraycopy(other, from, both, at, other.length - from);
        return both;
    }

    private static String random(String[] pieces, RandomGenerator random) {
        return pieces[random.nextInt(pieces.length)];
    }
}
