package io.github.murmuration.grid;

/**
 * The gradient and the Hessian, by the walls of the later times, of a sum of terms; a variable of a term is a position of a wall halfway in a
 * step, its velocity in the step, or its position at the end. Wall i at time k has the index i N + k - 1.
 */
final class Assembly {
    private final int steps;
    private final int free;
    private final double step;
    private final double[] gradient;
    private final BandedMatrix hessian;
    private final int[][] index = new int[4][2];
    private final double[][] factor = new double[4][2];

    /** @param ends whether walls are where they are at the last time: then they are no variables, and the Hessian has 1 for them */
    Assembly(int cells, int steps, double step, boolean ends) {
        this.steps = steps;
        this.free = ends ? steps - 1 : steps;
        this.step = step;
        this.gradient = new double[(cells + 1) * steps];
        this.hessian = new BandedMatrix(gradient.length, 2 * steps + 1);
        for (int index = steps - 1; free < steps && index < gradient.length; index += steps) {
            hessian.add(index, index, 1);
        }
    }

    double[] gradient() {
        return gradient;
    }

    BandedMatrix hessian() {
        return hessian;
    }

    void middle(int variable, int k, int i) {
        set(variable, k, i, 0.5, 0.5);
    }

    void velocity(int variable, int k, int i) {
        set(variable, k, i, -1 / step, 1 / step);
    }

    void end(int variable, int i) {
        set(variable, steps - 1, i, 0, 1);
    }

    private void set(int variable, int k, int i, double before, double after) {
        index[variable][0] = k == 0 ? -1 : i * steps + k - 1;
        index[variable][1] = k < free ? i * steps + k : -1;
        factor[variable][0] = before;
        factor[variable][1] = after;
    }

    void add(Term term) {
        for (int v = 0; v < term.gradient.length; v++) {
            for (int s = 0; s < 2; s++) {
                if (index[v][s] >= 0 && factor[v][s] != 0) {
                    gradient[index[v][s]] += factor[v][s] * term.gradient[v];
                    addRow(term.hessian[v], index[v][s], factor[v][s]);
                }
            }
        }
    }

    private void addRow(double[] row, int i, double share) {
        for (int w = 0; w < row.length; w++) {
            for (int s = 0; s < 2; s++) {
                int j = index[w][s];
                if (j >= 0 && j <= i && factor[w][s] != 0) {
                    hessian.add(i, j, share * factor[w][s] * row[w]);
                }
            }
        }
    }
}
