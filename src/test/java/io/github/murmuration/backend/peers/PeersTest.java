package io.github.murmuration.backend.peers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PeersTest {

    private static final int COUNT = 3;
    private static final byte[] TOKEN = "sixteen letters.".getBytes(StandardCharsets.US_ASCII);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final InetAddress host = InetAddress.getLoopbackAddress();
    private ServerSocket door;

    @BeforeEach
    void open() throws IOException {
        door = new ServerSocket(0, COUNT, host);
    }

    @AfterEach
    void end() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    /** Messages differ in length from part to part and from time to time; the others join in any order. */
    @Test
    void everyoneHasAllMessagesInOrder() throws Exception {
        List<Peers> peers = joined();
        for (int time = 0; time < 3; time++) {
            List<Future<double[][]>> found = new ArrayList<>();
            for (int rank = 0; rank < COUNT; rank++) {
                Peers own = peers.get(rank);
                double[] message = message(rank, time);
                found.add(threads.submit(() -> own.gather(message)));
            }
            for (Future<double[][]> all : found) {
                for (int rank = 0; rank < COUNT; rank++) {
                    assertArrayEquals(message(rank, time), all.get()[rank]);
                }
            }
        }
    }

    /** Who does not know the token, or says nothing and leaves, takes nobody's place. */
    @Test
    void strangersAreNotLetIn() throws Exception {
        try (Socket silent = new Socket(host, door.getLocalPort());
                Wire wrong = new Wire(new Socket(host, door.getLocalPort()))) {
            silent.shutdownOutput();
            wrong.greet(new byte[TOKEN.length], 1);
            List<Peers> peers = joined();
            Future<double[][]> found = threads.submit(() -> peers.get(1).gather(message(1, 0)));
            threads.submit(() -> peers.get(2).gather(message(2, 0)));
            peers.get(0).gather(message(0, 0));
            assertArrayEquals(message(0, 0), found.get()[0]);
            assertThrows(IOException.class, wrong::receive);
        }
    }

    @Test
    void theReasonOfOneStopsAll() throws Exception {
        for (int stopped = 0; stopped < COUNT; stopped++) {
            List<Peers> peers = joined();
            List<Future<double[][]>> others = new ArrayList<>();
            for (int rank = 0; rank < COUNT; rank++) {
                Peers own = peers.get(rank);
                if (rank != stopped) {
                    others.add(threads.submit(() -> own.gather(new double[1])));
                }
            }
            peers.get(stopped).stop("no room");
            for (Future<double[][]> other : others) {
                Throwable cause =
                        assertThrows(ExecutionException.class, other::get).getCause();
                assertEquals(
                        "no room",
                        assertInstanceOf(StoppedException.class, cause).getMessage());
            }
        }
    }

    /** Whoever is left fails, and leaves by that. */
    @Test
    void aLostConnectionEndsAll() throws Exception {
        for (int lost = 0; lost < COUNT; lost++) {
            List<Peers> peers = joined();
            List<Future<double[][]>> others = new ArrayList<>();
            for (Peers own : peers) {
                if (own != peers.get(lost)) {
                    others.add(threads.submit(() -> {
                        try (own) {
                            return own.gather(new double[1]);
                        }
                    }));
                }
            }
            peers.get(lost).close();
            for (Future<double[][]> other : others) {
                Throwable cause =
                        assertThrows(ExecutionException.class, other::get).getCause();
                assertInstanceOf(UncheckedIOException.class, cause);
            }
        }
    }

    private List<Peers> joined() throws Exception {
        List<Callable<Peers>> tasks = new ArrayList<>();
        tasks.add(() -> Peers.first(door, TOKEN, COUNT));
        for (int rank = 1; rank < COUNT; rank++) {
            int own = rank;
            tasks.add(() -> Peers.other(host, door.getLocalPort(), TOKEN, own, COUNT));
        }
        List<Peers> joined = new ArrayList<>();
        for (Future<Peers> peer : threads.invokeAll(tasks)) {
            joined.add(peer.get());
        }
        return joined;
    }

    private static double[] message(int rank, int time) {
        double[] message = new double[rank * 5000 + time];
        Arrays.setAll(message, i -> Math.sin(rank + i * 1e-3 + time));
        return message;
    }
}
