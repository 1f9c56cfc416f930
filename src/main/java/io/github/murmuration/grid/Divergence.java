package io.github.murmuration.grid;

/**
 * A cost of a law rho against a law pi on the line,
 *
 * <pre>
 * r KL(rho | pi) + f KL(pi | rho) - c E_rho log pi,
 * </pre>
 *
 * over cells that hold masses m of rho, and of pi the exact masses P = pi([low, high]): the sum of r m log(m / P) + f P log(P / m) -
 * c m log(P / (high - low)). The sum of a divergence is not above the divergence, and grows towards it as cells are split.
 *
 * @param reverse r >= 0
 * @param forward f >= 0
 * @param cross c >= 0
 */
public record Divergence(LineLaw target, double reverse, double forward, double cross) implements LawCost {

    /** KL(rho | pi). */
    public static Divergence reverse(LineLaw target) {
        return new Divergence(target, 1, 0, 0);
    }

    /** KL(pi | rho). */
    public static Divergence forward(LineLaw target) {
        return new Divergence(target, 0, 1, 0);
    }

    /** lambda KL(pi | rho) + (1 - lambda) KL(rho | pi). */
    public static Divergence mixed(LineLaw target, double lambda) {
        return new Divergence(target, 1 - lambda, lambda, 0);
    }

    /** -E_rho log pi. */
    public static Divergence crossEntropy(LineLaw target) {
        return new Divergence(target, 0, 0, 1);
    }

    @Override
    public double share(double x, double logDensity) {
        double ratio = target.logDensity(x) - logDensity;
        return forward * Math.exp(ratio) * ratio - reverse * ratio - cross * target.logDensity(x);
    }

    @Override
    public double variation(double x, double logDensity) {
        double ratio = target.logDensity(x) - logDensity;
        return -forward * Math.exp(ratio) - reverse * ratio - cross * target.logDensity(x);
    }

    @Override
    public void add(double logMass, double low, double high, double weight, Term term) {
        double p = target.logMass(low, high);
        double mass = Math.exp(logMass);
        double pi = Math.exp(p);
        double first = weight * (forward * pi * (p - logMass + 1) - (reverse + cross) * mass);
        double second = weight * forward * pi * (p - logMass + 2);
        double[] slopes = {-slope(low, p), slope(high, p)};
        term.value += weight * (reverse * mass * (logMass - p) + forward * pi * (p - logMass) - cross * mass * p);
        term.addChain(first, second - first, slopes);
        term.hessian[0][0] += first * curvature(low, slopes[0]);
        term.hessian[1][1] += first * curvature(high, slopes[1]);
        if (cross > 0 && Double.isFinite(high - low)) {
            term.addLogWidth(weight * cross * mass, high - low);
        }
    }

    /** d log P / d high; less, that by low. */
    private double slope(double end, double logMass) {
        return Double.isFinite(end) ? Math.exp(target.logDensity(end) - logMass) : 0;
    }

    private double curvature(double end, double slope) {
        return Double.isFinite(end) ? slope * target.score(end) : 0;
    }
}
