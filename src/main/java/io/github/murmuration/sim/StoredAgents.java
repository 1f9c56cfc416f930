package io.github.murmuration.sim;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The agents of one population that are here, as they are kept. Big-endian: the feedback (float64; where any guidance is fed), then per guidance and block
 * the states [d][agents] and their energies if they are kept (float32).
 */
record StoredAgents(Agents agents) {

    void write(DataOutput out) throws IOException {
        write(agents.ensemble().feedback()[0], out);
        for (int g = 0; g < agents.guidances(); g++) {
            for (int block = agents.blocks().from(); block < agents.blocks().end(); block++) {
                for (float[] coordinate : agents.states(g, block)) {
                    write(coordinate, out);
                }
                write(agents.energies(g, block), out);
            }
        }
    }

    /** Fills a started ensemble. */
    void read(DataInput in) throws IOException {
        double[][] feedback = agents.ensemble().feedback();
        read(feedback[0], in);
        agents.ensemble().restoreFeedback(feedback);
        for (int g = 0; g < agents.guidances(); g++) {
            for (int block = agents.blocks().from(); block < agents.blocks().end(); block++) {
                readBlock(g, block, in);
            }
        }
    }

    static void write(double[] values, DataOutput out) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static void read(double[] into, DataInput in) throws IOException {
        for (int i = 0; i < into.length; i++) {
            into[i] = in.readDouble();
        }
    }

    static void write(float[] values, DataOutput out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
        buffer.asFloatBuffer().put(values);
        out.write(buffer.array());
    }

    static void read(float[] into, DataInput in) throws IOException {
        byte[] bytes = new byte[into.length * Float.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(into);
    }

    private void readBlock(int g, int block, DataInput in) throws IOException {
        float[][] states = agents.states(g, block);
        for (float[] coordinate : states) {
            read(coordinate, in);
        }
        float[] energies = agents.energies(g, block);
        read(energies, in);
        agents.ensemble().restore(g, block, states, energies);
    }
}
