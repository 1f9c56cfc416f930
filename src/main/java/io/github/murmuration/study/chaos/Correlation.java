package io.github.murmuration.study.chaos;

/**
 * Joint cumulants of the mean coordinate of two and of three different agents of one population, of the population less those of the
 * copies, which are 0: what both have by chance cancels. With p_s = sum x_i^s over N agents,
 *
 * <pre>
 * a_1 = E p_1/N     a_2 = E (p_1^2 - p_2)/(N (N-1))     a_3 = E (p_1^3 - 3 p_1 p_2 + 2 p_3)/(N (N-1) (N-2))
 * c_2 = a_2 - a_1^2                                     c_3 = a_3 - 3 a_2 a_1 + 2 a_1^3
 * </pre>
 *
 * @param pair c_2
 * @param triple c_3
 */
record Correlation(double pair, double triple) {

    static Correlation of(CouplingCase seen, int look, int[] replicas) {
        Correlation population = of(seen.population()[look], seen.agents(), replicas);
        Correlation copies = of(seen.copies()[look], seen.agents(), replicas);
        return new Correlation(population.pair - copies.pair, population.triple - copies.triple);
    }

    /** @param powers p_s / N [3][R] */
    private static Correlation of(double[][] powers, double n, int[] replicas) {
        double first = 0;
        double square = 0;
        double second = 0;
        double third = 0;
        for (int r : replicas) {
            double p1 = powers[0][r];
            first += p1 / replicas.length;
            square += p1 * p1 / replicas.length;
            second += (n * p1 * p1 - powers[1][r]) / (n - 1) / replicas.length;
            third += (n * n * p1 * p1 * p1 - 3 * n * p1 * powers[1][r] + 2 * powers[2][r])
                    / ((n - 1) * (n - 2))
                    / replicas.length;
        }
        double unbiased = first * first - (square - first * first) / (replicas.length - 1);
        return new Correlation(second - unbiased, third - 3 * second * first + 2 * first * first * first);
    }
}
