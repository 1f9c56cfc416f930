package io.github.murmuration.backend.host;

import io.github.murmuration.ensemble.BackwardPaths;
import io.github.murmuration.ensemble.BackwardPaths.Endpoint;
import io.github.murmuration.ensemble.PathColumn;
import io.github.murmuration.ensemble.PathPatterns;
import io.github.murmuration.ensemble.PatternTable;

/** Where the paths of a noise column go, each before its patterns. */
final class PatternEndpoints {

    private final BackwardPaths paths;
    private final Endpoint endpoint;
    private final PathColumn column;
    private final PatternKernel kernel;
    private final PathTables tables;
    private final PatternMeans means;
    private final int selections;
    private final float[] centres;

    PatternEndpoints(
            BackwardPaths paths, Endpoint endpoint, PathPatterns patterns, PathColumn column, PatternKernel kernel) {
        this.paths = paths;
        this.endpoint = endpoint;
        this.column = column;
        this.kernel = kernel;
        this.tables = new PathTables(paths, patterns, column);
        this.means = new PatternMeans(paths.dimension(), kernel);
        this.selections = patterns.selections();
        this.centres = new float[column.size() * paths.dimension()];
    }

    /** PathColumn.Endpoints. */
    void at(int k, double[] x, double[] y) {
        for (int s = 0; s < selections; s++) {
            takeCentres(k, s, x);
            for (int first = 0; first < column.size(); first += tables.together()) {
                PatternTable table = tables.of(first, s);
                if (endpoint == Endpoint.MEAN) {
                    mean(table, k, s, first, y);
                } else {
                    draw(table, k, s, first, y);
                }
            }
        }
    }

    /** Where a path of a selection begins in x. */
    private int at(int path, int selection) {
        return (path * selections + selection) * paths.dimension();
    }

    private void takeCentres(int k, int s, double[] x) {
        int d = paths.dimension();
        for (int i = 0; i < centres.length; i++) {
            centres[i] = paths.centre(k, i % d, x[at(i / d, s) + i % d]);
        }
    }

    /**
     * Of the paths that share a table.
     * @param y overwritten for them
     */
    private void mean(PatternTable table, int k, int s, int first, double[] y) {
        int d = paths.dimension();
        float[] found = means.of(table, paths.precision(k), centres, first * d, tables.together());
        for (int i = 0; i < tables.together() * d; i++) {
            y[at(first + i / d, s) + i % d] = found[i];
        }
    }

    /** The same. */
    private void draw(PatternTable table, int k, int s, int first, double[] y) {
        PatternTower tower = new PatternTower(table, paths.precision(k), kernel);
        for (int i = first; i < first + tables.together(); i++) {
            int chosen = tower.draw(centres, i * paths.dimension(), column.uniform(k, i));
            for (int j = 0; j < paths.dimension(); j++) {
                y[at(i, s) + j] = table.get(chosen, j);
            }
        }
    }
}
