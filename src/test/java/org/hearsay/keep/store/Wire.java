package org.hearsay.keep.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * The network between a process and a server on loopback, which may fail as networks do: stop carrying anything without
 * anybody hearing of it, or end every connection. What the server says may be changed on the way.
 */
public final class Wire implements AutoCloseable {
    private final ServerSocket door;
    private final InetSocketAddress server;
    private final UnaryOperator<String> change;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> sockets = new ArrayList<>();
    private int calls;
    private boolean carries = true;
    private boolean answers = true;

    private Wire(InetSocketAddress server, UnaryOperator<String> change) throws IOException {
        this.server = server;
        this.change = change;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** To a server that listens on this port of loopback. */
    public static Wire to(int port) throws IOException {
        return to(port, UnaryOperator.identity());
    }

    /** @param change what becomes of what the server says, a byte a character */
    static Wire to(int port, UnaryOperator<String> change) throws IOException {
        Wire wire = new Wire(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), change);
        wire.threads.execute(wire::listen);
        return wire;
    }

    /** Where to call instead of the server. */
    public int port() {
        return door.getLocalPort();
    }

    /** Waits for so many more calls. */
    public synchronized void awaitCalls(int more) throws InterruptedException {
        for (int end = calls + more; calls < end; ) {
            wait();
        }
    }

    /** From now on nothing comes through, and nobody is told. What is on the way arrives when it carries again. */
    public synchronized void stall() {
        carries = false;
    }

    /** Ends every connection, and every new one at once. */
    public synchronized void cut() throws IOException {
        answers = false;
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** All is well again. */
    public synchronized void mend() {
        carries = true;
        answers = true;
        notifyAll();
    }

    private void listen() {
        try {
            while (true) {
                Socket here = door.accept();
                take(here);
            }
        } catch (IOException e) {
            // The door was closed.
        }
    }

    private synchronized void take(Socket here) throws IOException {
        calls++;
        notifyAll();
        if (!answers) {
            here.close();
            return;
        }
        Socket there = new Socket(server.getAddress(), server.getPort());
        sockets.add(here);
        sockets.add(there);
        threads.execute(() -> carry(here, there, UnaryOperator.identity()));
        threads.execute(() -> carry(there, here, change));
    }

    private void carry(Socket from, Socket to, UnaryOperator<String> changed) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8_192];
            int read = in.read(bytes);
            while (read >= 0) {
                awaitCarrying();
                out.write(changed.apply(new String(bytes, 0, read, ISO_8859_1)).getBytes(ISO_8859_1));
                read = in.read(bytes);
            }
            // That one side hung up is not heard either while nothing is carried.
            awaitCarrying();
        } catch (IOException e) {
            // One side is gone; closing tells the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitCarrying() throws InterruptedException {
        while (!carries) {
            wait();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
        threads.shutdownNow();
    }
}
