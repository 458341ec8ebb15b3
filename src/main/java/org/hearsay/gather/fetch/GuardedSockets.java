package org.hearsay.gather.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.SocketFactory;

/**
 * Sockets that ask the {@link AddressRule} about the very address they are about to connect. A check of looked-up
 * names would not see addresses written as numbers, and a name may have another address a moment later.
 */
final class GuardedSockets extends SocketFactory {
    /** The address is one that outsiders must not make us contact. */
    static final class ClosedAddressException extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedAddressException(String message) {
            super(message);
        }
    }

    private final AddressRule rule;

    GuardedSockets(AddressRule rule) {
        this.rule = rule;
    }

    @Override
    public Socket createSocket() {
        return new Guarded(rule);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("sockets are connected by the HTTP client");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("sockets are connected by the HTTP client");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("sockets are connected by the HTTP client");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("sockets are connected by the HTTP client");
    }

    private static final class Guarded extends Socket {
        private final AddressRule rule;

        Guarded(AddressRule rule) {
            this.rule = rule;
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress socket) || !rule.permits(socket)) {
                throw new ClosedAddressException(words(endpoint));
            }
            try {
                super.connect(endpoint, timeout);
            } catch (ConnectException e) {
                throw e;
            } catch (SocketException e) {
                // "Network is unreachable" comes as its parent; later the two could not be told from a lost connection.
                ConnectException connect = new ConnectException(e.getMessage());
                connect.initCause(e);
                throw connect;
            }
        }

        private static String words(SocketAddress endpoint) {
            return endpoint instanceof InetSocketAddress socket && socket.getAddress() != null
                    ? socket.getAddress().getHostAddress() + ":" + socket.getPort()
                    : endpoint.toString();
        }
    }
}
