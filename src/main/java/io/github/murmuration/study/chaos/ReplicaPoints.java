package io.github.murmuration.study.chaos;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.ensemble.PairedSurvey;

/**
 * What is measured of all agents under one guidance, replica by replica.
 *
 * @param points [d][agents of all replicas]
 * @param agents N of a replica
 */
record ReplicaPoints(float[][] points, int agents) {

    static ReplicaPoints of(Ensemble ensemble, int guidance, PairedSurvey survey) {
        int agents = (int) survey.tiling().agents();
        int all = Math.multiplyExact(agents, survey.tiling().replicas());
        float[][] points = new float[survey.measured().size()][all];
        for (int b = 0; b < survey.tiling().blocks(); b++) {
            float[][] measured = survey.of(ensemble.states(guidance, b));
            int first = (int) survey.tiling().firstHere(b);
            for (int m = 0; m < points.length; m++) {
                System.arraycopy(measured[m], 0, points[m], first, measured[m].length);
            }
        }
        return new ReplicaPoints(points, agents);
    }

    /** Of one replica [d][N]. */
    float[][] of(int replica) {
        float[][] own = new float[points.length][agents];
        for (int m = 0; m < own.length; m++) {
            System.arraycopy(points[m], replica * agents, own[m], 0, agents);
        }
        return own;
    }
}
