package io.github.murmuration.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constants: mpmath 1.3.0 at 60 digits, of the double nearest to x. Bound: 4 units of the last place of a double. */
@Tag("analytic")
class HyperbolicTest {

    @ParameterizedTest
    @CsvSource({
        "1e-8,  1.6666666500000001963e-25, 3.3333333333333334506e-17",
        "1e-3,  1.665000916305668725e-10,  3.3333331111111324139e-7",
        "0.5,   0.0127949495579621274,     0.081976706869326424385",
        "0.999, 0.06431763056385589437,    0.31244653858789990217",
        "1.001, 0.064588301065523200057,   0.31362448572445678294",
        "5,     0.46628756503969142209,    4.0004540199100968777",
        "50,    0.49999999999999999999,    49.0",
        "800,   0.5,                       799.0"
    })
    void combinationsThatCancel(double x, double scaledSinhMinusX, double xCothXMinusOne) {
        assertEquals(scaledSinhMinusX, Hyperbolic.scaledSinhMinusX(x), 4 * Math.ulp(scaledSinhMinusX));
        assertEquals(xCothXMinusOne, Hyperbolic.xCothXMinusOne(x), 4 * Math.ulp(xCothXMinusOne));
    }
}
