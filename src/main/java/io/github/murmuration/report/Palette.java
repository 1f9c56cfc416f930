package io.github.murmuration.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One colour per guidance, the same in every figure and, for the usual guidances, in every report; as numbers 0xRRGGBB, because the
 * page has colours where Java has no graphics. Colours that colour-blind readers can distinguish: M. Okabe and K. Ito, Color Universal
 * Design, 2008; orange and sky blue are darker than theirs, for a contrast of 3 with white.
 */
record Palette(Map<String, Integer> colours) {

    static final int GREY = 0x767676;

    private static final int BLUE = 0x0072B2;
    private static final int VERMILLION = 0xD55E00;
    private static final int GREEN = 0x009E73;
    private static final int PURPLE = 0xCC79A7;
    private static final int ORANGE = 0xC48600;
    private static final int SKY = 0x2E9BD6;

    private static final Map<String, Integer> USUAL =
            Map.of("mean-field", BLUE, "zero", VERMILLION, "target-mean", GREEN, "empirical", SKY, "custom", PURPLE);

    /** For series of which none has a colour of its own. */
    private static final List<Integer> SERIES = List.of(BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY);

    static Palette of(List<String> names) {
        List<Integer> free = new ArrayList<>(List.of(ORANGE, PURPLE, SKY, GREEN, VERMILLION, BLUE));
        names.forEach(name -> free.remove(USUAL.get(name)));
        Map<String, Integer> colours = new HashMap<>();
        for (String name : names) {
            Integer next = USUAL.containsKey(name) ? USUAL.get(name) : free.isEmpty() ? GREY : free.remove(0);
            colours.put(name, next);
        }
        return new Palette(colours);
    }

    Color of(String guidance) {
        return new Color(colours.get(guidance));
    }

    /** As style sheets write it. */
    String css(String guidance) {
        return String.format(Locale.ROOT, "#%06x", colours.get(guidance));
    }

    /** @param number of a series, from 0 */
    static Color series(int number) {
        return new Color(SERIES.get(number % SERIES.size()));
    }
}
