package io.github.murmuration.backend.peers;

import io.github.murmuration.backend.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;

/**
 * The processes that advance the parts of a population, joined in a star by TCP: the first has a connection to each of the others, takes the
 * message of every part and gives each all of them. Only who knows the token of the run is let in. Messages are not encrypted.
 */
public final class Peers implements Part.Exchange, AutoCloseable {

    private static final int JOINING_MILLISECONDS = 60_000;

    private final boolean first;
    private final int count;
    private final List<Wire> wires;

    private Peers(boolean first, int count, List<Wire> wires) {
        this.first = first;
        this.count = count;
        this.wires = wires;
    }

    /**
     * The first process: waits until the others have joined.
     *
     * @param door where they come in; the caller's to close
     * @param token that they know
     * @param count of all
     * @throws IOException one has not in a minute
     */
    public static Peers first(ServerSocket door, byte[] token, int count) throws IOException {
        Wire[] wires = new Wire[count];
        door.setSoTimeout(JOINING_MILLISECONDS);
        for (int joined = 1; joined < count; ) {
            Wire wire = new Wire(door.accept());
            int rank = wire.greeted(token);
            if (rank <= 0 || rank >= count || wires[rank] != null) {
                wire.close();
            } else {
                wires[rank] = wire;
                joined++;
            }
        }
        return new Peers(true, count, Arrays.asList(wires).subList(1, count));
    }

    /**
     * Any other: joins the first.
     * @param rank its own, from 1 to count - 1
     */
    public static Peers other(InetAddress host, int port, byte[] token, int rank, int count) throws IOException {
        Wire wire = new Wire(new Socket(host, port));
        wire.greet(token, rank);
        return new Peers(false, count, List.of(wire));
    }

    /**
     * @throws UncheckedIOException a connection broke
     * @throws StoppedException another has stopped
     */
    @Override
    public double[][] gather(double[] own) {
        try {
            return first ? collect(own) : ask(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the others, for good. */
    public void stop(String why) throws IOException {
        for (Wire wire : wires) {
            wire.stop(why);
        }
    }

    @Override
    public void close() throws IOException {
        for (Wire wire : wires) {
            wire.close();
        }
    }

    private double[][] collect(double[] own) throws IOException {
        double[][] all = new double[count][];
        all[0] = own;
        try {
            for (int i = 1; i < count; i++) {
                all[i] = wires.get(i - 1).receive();
            }
        } catch (StoppedException e) {
            stop(e.getMessage());
            throw e;
        }
        for (Wire wire : wires) {
            wire.send(all);
        }
        return all;
    }

    private double[][] ask(double[] own) throws IOException {
        wires.get(0).send(own);
        double[][] all = new double[count][];
        for (int i = 0; i < count; i++) {
            all[i] = wires.get(0).receive();
        }
        return all;
    }
}
