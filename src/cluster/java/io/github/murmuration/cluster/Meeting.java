package io.github.murmuration.cluster;

import io.github.murmuration.backend.peers.Peers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.spark.BarrierTaskContext;

/**
 * How the tasks of a barrier stage find each other: the first opens a port on the address that Spark knows it by and tells it to the others,
 * with a token of this run, by Spark's all-gather, once: that looks once a second whether it is through, and a step is not to wait that long.
 */
final class Meeting {

    private static final int TOKEN_BYTES = 16;
    private static final int LOOK_MILLISECONDS = 500;

    private Meeting() {}

    /** Waits for all tasks. The connections are closed when Spark stops the task. */
    static Peers join(BarrierTaskContext context) throws IOException {
        String address = context.getTaskInfos()[0].address();
        InetAddress host = InetAddress.getByName(address.substring(0, address.lastIndexOf(':')));
        Peers peers = context.partitionId() == 0 ? first(context, host) : other(context, host);
        closeWhenStopped(context, peers);
        return peers;
    }

    /** Who waits for a message does not hear that Spark has stopped the task. */
    private static void closeWhenStopped(BarrierTaskContext context, Peers peers) {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (!context.isCompleted() && !context.isInterrupted()) {
                            Thread.sleep(LOOK_MILLISECONDS);
                        }
                        peers.close();
                    } catch (IOException | InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "peers of part " + context.partitionId());
        watch.setDaemon(true);
        watch.start();
    }

    private static Peers first(BarrierTaskContext context, InetAddress host) throws IOException {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        int count = context.getTaskInfos().length;
        try (ServerSocket door = new ServerSocket(0, count, host)) {
            context.allGather(door.getLocalPort() + " " + HexFormat.of().formatHex(token));
            return Peers.first(door, token, count);
        }
    }

    private static Peers other(BarrierTaskContext context, InetAddress host) throws IOException {
        String[] told = context.allGather("")[0].split(" ");
        byte[] token = HexFormat.of().parseHex(told[1]);
        int count = context.getTaskInfos().length;
        return Peers.other(host, Integer.parseInt(told[0]), token, context.partitionId(), count);
    }
}
