package io.github.murmuration.backend.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Measured latency and bandwidth of messages between two processes of this machine.
 *
 * @param latency seconds of an exchange of next to nothing: the median of many
 * @param bandwidth bytes per second of one connection, from exchanges of large messages
 */
public record Loopback(double latency, double bandwidth) {

    private static final int EXCHANGES = 1000;
    private static final int LARGE_EXCHANGES = 200;
    private static final int LARGE = 1 << 14;

    /** Messages of a large exchange on the wire: one there, two back. */
    private static final int MESSAGES = 3;

    private static final int COUNT = 2;

    /** Measures it, in less than a second where nothing else runs. */
    public static Loopback measure() throws IOException {
        byte[] token = new byte[1];
        InetAddress host = InetAddress.getLoopbackAddress();
        try (ServerSocket door = new ServerSocket(0, 1, host)) {
            Thread other = new Thread(() -> answer(host, door.getLocalPort(), token), "peer");
            other.start();
            try (Peers first = Peers.first(door, token, COUNT)) {
                double latency = median(first, EXCHANGES, 1);
                double large = median(first, LARGE_EXCHANGES, LARGE);
                return new Loopback(
                        latency, (double) MESSAGES * LARGE * Double.BYTES / Math.max(1e-9, large - latency));
            }
        }
    }

    private static void answer(InetAddress host, int port, byte[] token) {
        try (Peers other = Peers.other(host, port, token, 1, COUNT)) {
            exchange(other, EXCHANGES, 1);
            exchange(other, LARGE_EXCHANGES, LARGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] exchange(Peers peers, int times, int size) {
        double[] message = new double[size];
        return IntStream.range(0, times)
                .mapToDouble(time -> {
                    long begun = System.nanoTime();
                    peers.gather(message);
                    return (System.nanoTime() - begun) * 1e-9;
                })
                .toArray();
    }

    private static double median(Peers peers, int times, int size) {
        double[] seconds = exchange(peers, times, size);
        Arrays.sort(seconds);
        return seconds[times / 2];
    }
}
