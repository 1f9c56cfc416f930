package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathDataTest {

    @Test
    void pointsAreRelativeAndCommandsAreNotRepeated() {
        assertEquals(
                "m10 20l.5-1.25 1 0q1 1 2 0zl-10 0",
                PathData.relative("M10,20 L10.50,18.75 L11.50,18.75 Q12.5,19.75 13.5,18.75 Z L0.0,20"));
        assertEquals(
                "<path class=\"d\" d=\"m1 1c1 0 1 1 0 1\"/>",
                PathData.shortened("<path class=\"d\" d=\"M1,1 C2,1 2,2 1,2\"/>"));
    }

    /** A thousand steps of a third of a pixel end where they do, to a hundredth. */
    @Test
    void roundingsDoNotAddUp() {
        StringBuilder path = new StringBuilder("M0,0");
        for (int i = 1; i <= 1000; i++) {
            path.append(" L").append(i / 3.0).append(",1.0E-5");
        }
        List<Double> steps = new ArrayList<>();
        String relative = PathData.relative(path.toString());
        assertTrue(relative.startsWith("m0 0l.33 0 .34 0 .33 0"), relative);
        for (String number : relative.substring(5).split(" ")) {
            steps.add(Double.parseDouble(number));
        }
        assertEquals(333.33, steps.stream().mapToDouble(Double::doubleValue).sum(), 1e-9);
    }
}
