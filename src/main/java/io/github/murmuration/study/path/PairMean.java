package io.github.murmuration.study.path;

/**
 * E G_kl over the paths of a {@link LinearResponse}. (m_k, m_l) is Gaussian with mean eta and covariance C, and G_kl is s sqrt(A_k
 * A_l/L) exp(-m^T Q m / 2) times (u.m)(v.m) + 1/L, so that with M = I + C Q
 *
 * <pre>
 * E = s sqrt(A_k A_l / L) det(M)^(-1/2) exp(-eta^T Q M^-1 eta / 2) [ u^T (M^-1 C + e e^T) v + 1/L ],   e = M^-1 eta
 * </pre>
 *
 * infinite unless M is positive definite.
 */
record PairMean(LinearResponse paths, int k, int l, double regression) {

    double value() {
        double s = paths.deviation();
        double ak = paths.precision(k);
        double al = paths.precision(l);
        double product = ak + al - 1 / (s * s);
        double qkk = ak - ak * ak / product;
        double qkl = -ak * al / product;
        double qll = al - al * al / product;
        double ckk = paths.slope(k) * paths.slope(k) * paths.variance(k);
        double cll = paths.slope(l) * paths.slope(l) * paths.variance(l);
        double ckl = paths.slope(k) * paths.slope(l) * paths.variance(l) * regression;
        double m11 = 1 + ckk * qkk + ckl * qkl;
        double m12 = ckk * qkl + ckl * qll;
        double m21 = ckl * qkk + cll * qkl;
        double m22 = 1 + ckl * qkl + cll * qll;
        double determinant = m11 * m22 - m12 * m21;
        if (!(determinant > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double nk = paths.posteriorMean(k, paths.mean(k));
        double nl = paths.posteriorMean(l, paths.mean(l));
        double ek = (m22 * nk - m12 * nl) / determinant;
        double el = (m11 * nl - m21 * nk) / determinant;
        double exponent = nk * (qkk * ek + qkl * el) + nl * (qkl * ek + qll * el);
        double skk = (m22 * ckk - m12 * ckl) / determinant + ek * ek;
        double skl = (m22 * ckl - m12 * cll) / determinant + ek * el;
        double sll = (m11 * cll - m21 * ckl) / determinant + el * el;
        double uk = ak / product - 1;
        double ul = al / product;
        double vk = ak / product;
        double vl = al / product - 1;
        double form = uk * vk * skk + (uk * vl + ul * vk) * skl + ul * vl * sll;
        double scale = s * Math.sqrt(ak * al / product / determinant);
        return scale * Math.exp(-0.5 * exponent) * (form + 1 / product);
    }
}
