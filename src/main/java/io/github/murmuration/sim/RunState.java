package io.github.murmuration.sim;

import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.ensemble.Tiling;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * All that a run takes from one step to the next; no state of a generator, since noise is a function of the step. Big-endian: departures of
 * the means before every step and the feedback (float64; where any guidance is fed), then per guidance the recorded moments (float64) and
 * for each block of agents the states [d][agents] and their energies if they are kept (float32).
 *
 * @param agents N
 */
record RunState(long agents, Ensemble ensemble, List<MomentRecorder> recorders, MeanHistory history) {

    void write(DataOutput out) throws IOException {
        history.write(out);
        for (double value : ensemble.feedback()[0]) {
            out.writeDouble(value);
        }
        for (int g = 0; g < recorders.size(); g++) {
            recorders.get(g).write(out);
            for (int block = 0; block < blocks(); block++) {
                for (float[] coordinate : ensemble.states(g, block)) {
                    writeFloats(coordinate, out);
                }
                writeFloats(ensemble.energies(g, block), out);
            }
        }
    }

    /** Fills a started ensemble and its recorders. */
    void read(DataInput in) throws IOException {
        history.read(in);
        double[][] feedback = ensemble.feedback();
        for (int i = 0; i < feedback[0].length; i++) {
            feedback[0][i] = in.readDouble();
        }
        ensemble.restoreFeedback(feedback);
        for (int g = 0; g < recorders.size(); g++) {
            recorders.get(g).read(in);
            for (int block = 0; block < blocks(); block++) {
                readBlock(g, block, in);
            }
        }
    }

    private void readBlock(int g, int block, DataInput in) throws IOException {
        float[][] states = ensemble.states(g, block);
        for (float[] coordinate : states) {
            readFloats(coordinate, in);
        }
        float[] energies = ensemble.energies(g, block);
        readFloats(energies, in);
        ensemble.restore(g, block, states, energies);
    }

    private int blocks() {
        return Tiling.alone(agents).blocks();
    }

    private static void writeFloats(float[] values, DataOutput out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
        buffer.asFloatBuffer().put(values);
        out.write(buffer.array());
    }

    private static void readFloats(float[] into, DataInput in) throws IOException {
        byte[] bytes = new byte[into.length * Float.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(into);
    }
}
