package io.github.murmuration.backend.peers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** Vectors to and from one other process: their length and float64 numbers, big-endian; or, in place of a length, why it stopped. */
final class Wire implements Closeable {

    static final int STRANGER = -1;

    private static final int STOPPED = -1;
    private static final int GREETING_MILLISECONDS = 10_000;
    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    /** Takes over the socket. */
    Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER));
    }

    void send(double[]... vectors) throws IOException {
        for (double[] vector : vectors) {
            out.writeInt(vector.length);
            ByteBuffer bytes = ByteBuffer.allocate(vector.length * Double.BYTES);
            bytes.asDoubleBuffer().put(vector);
            out.write(bytes.array());
        }
        out.flush();
    }

    /**
     * Waits for the next.
     * @throws StoppedException the other has stopped
     */
    double[] receive() throws IOException {
        int length = in.readInt();
        if (length == STOPPED) {
            throw new StoppedException(in.readUTF());
        }
        byte[] bytes = new byte[Math.multiplyExact(length, Double.BYTES)];
        in.readFully(bytes);
        double[] vector = new double[length];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(vector);
        return vector;
    }

    /** Tells the other, in place of a vector. */
    void stop(String why) throws IOException {
        out.writeInt(STOPPED);
        out.writeUTF(why);
        out.flush();
    }

    /** Says who this is. */
    void greet(byte[] token, int rank) throws IOException {
        out.write(token);
        out.writeInt(rank);
        out.flush();
    }

    /** The rank of who is at the other end, or STRANGER where that does not know the token within ten seconds. */
    int greeted(byte[] token) throws IOException {
        try {
            socket.setSoTimeout(GREETING_MILLISECONDS);
            boolean known = MessageDigest.isEqual(token, in.readNBytes(token.length));
            int rank = known ? in.readInt() : STRANGER;
            socket.setSoTimeout(0);
            return rank;
        } catch (EOFException | SocketException | SocketTimeoutException e) {
            return STRANGER;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
