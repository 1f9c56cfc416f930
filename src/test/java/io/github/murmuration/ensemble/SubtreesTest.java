package io.github.murmuration.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("parity")
class SubtreesTest {

    private static final int SIZE = 2;

    /** Numbers of very different sizes, so that any other order of additions gives other bits. */
    private static double[] vectors(int blocks) {
        Random random = new Random(blocks);
        return random.doubles(blocks * SIZE)
                .map(x -> (x - 0.5) * Math.pow(10, random.nextInt(30)))
                .toArray();
    }

    private static Subtrees of(double[] vectors, int blocks, int from, int to) {
        Subtrees some = new Subtrees(blocks, SIZE);
        for (int b = from; b < to; b++) {
            some.add(b, b + 1, vectors, b * SIZE);
        }
        return some;
    }

    private static double[] tree(double[] vectors, int blocks) {
        double[] all = vectors.clone();
        SumTree.combine(all, blocks, SIZE);
        return Arrays.copyOf(all, SIZE);
    }

    /** Of every number of blocks up to 70, in every two or three parts. */
    @Test
    void partsAddUpToTheBitsOfTheTree() {
        for (int blocks = 1; blocks <= 70; blocks++) {
            double[] vectors = vectors(blocks);
            double[] expected = tree(vectors, blocks);
            assertArrayEquals(expected, of(vectors, blocks, 0, blocks).total());
            for (int cut = 1; cut < blocks; cut++) {
                for (int second = cut; second < blocks; second += 7) {
                    Subtrees all = new Subtrees(blocks, SIZE);
                    addAll(all, of(vectors, blocks, 0, cut));
                    addAll(all, of(vectors, blocks, cut, second));
                    addAll(all, of(vectors, blocks, second, blocks));
                    assertArrayEquals(expected, all.total());
                }
            }
        }
    }

    /** The least number by hand: 3 | 4-7 | 8-15 | 16-19 | 20, and of blocks to a cut end 12-15 | 16-20. */
    @Test
    void arePairedAsFarAsTheyGo() {
        assertEquals(5, of(vectors(40), 40, 3, 21).count());
        assertEquals(2, of(vectors(21), 21, 12, 21).count());
    }

    @Test
    void areAtMostTwiceTheDepthOfTheTree() {
        int blocks = 1 << 12;
        double[] vectors = vectors(blocks);
        for (int from = 1; from < blocks; from = 3 * from + 1) {
            for (int to = from + 1; to <= blocks; to = 2 * to - from) {
                int count = of(vectors, blocks, from, to).count();
                assertTrue(count <= 2 * 12, count + " of " + from + " to " + to);
            }
        }
    }

    @Test
    void aGapIsNoSum() {
        Subtrees some = of(vectors(9), 9, 0, 4);
        assertThrows(IllegalArgumentException.class, () -> some.add(5, 6, vectors(9), 0));
        assertThrows(IllegalStateException.class, some::total);
    }

    private static void addAll(Subtrees all, Subtrees some) {
        for (int i = 0; i < some.count(); i++) {
            all.add(some.begin(i), some.begin(i + 1), some.sums(i), 0);
        }
    }
}
