package org.hearsay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A port of 127.0.0.1 at which nobody listens, held until it is closed. A port that was only free a moment ago may be
 * another's by the time it is knocked at: several test processes share the machine's ports.
 */
public final class ClosedPort implements AutoCloseable {
    private final Socket held = new Socket();

    /** Holds a free port without listening at it: whoever connects is refused. */
    public ClosedPort() throws IOException {
        held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public int number() {
        return held.getLocalPort();
    }

    /** The port as an address, such as {@code smtp://127.0.0.1:40123}. */
    public URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + number());
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
