package io.github.murmuration.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One colour per guidance, the same in every figure and, for the usual guidances, in every report. Colours told apart by
 * colour-blind readers: M. Okabe and K. Ito, Color Universal Design, 2008.
 */
record Palette(Map<String, Color> colours) {

    static final Color INK = new Color(0x1A1A1A);
    static final Color GREY = new Color(0x767676);
    static final Color GRID = new Color(0xE3E3E3);

    private static final Color BLUE = new Color(0x0072B2);
    private static final Color VERMILLION = new Color(0xD55E00);
    private static final Color GREEN = new Color(0x009E73);
    private static final Color PURPLE = new Color(0xCC79A7);
    private static final Color ORANGE = new Color(0xE69F00);
    private static final Color SKY = new Color(0x56B4E9);

    private static final Map<String, Color> USUAL =
            Map.of("mean-field", BLUE, "zero", VERMILLION, "target-mean", GREEN, "empirical", SKY, "custom", PURPLE);

    static Palette of(List<String> names) {
        List<Color> free = new ArrayList<>(List.of(ORANGE, PURPLE, SKY, GREEN, VERMILLION, BLUE));
        names.forEach(name -> free.remove(USUAL.get(name)));
        Map<String, Color> colours = new HashMap<>();
        for (String name : names) {
            Color next = USUAL.containsKey(name) ? USUAL.get(name) : free.isEmpty() ? GREY : free.remove(0);
            colours.put(name, next);
        }
        return new Palette(colours);
    }

    Color of(String guidance) {
        return colours.get(guidance);
    }

    /** The colour mixed with white; strength 1 leaves it as it is. */
    static Color tint(Color colour, double strength) {
        return new Color(
                tint(colour.getRed(), strength), tint(colour.getGreen(), strength), tint(colour.getBlue(), strength));
    }

    private static int tint(int channel, double strength) {
        return (int) Math.round(255 + strength * (channel - 255));
    }
}
