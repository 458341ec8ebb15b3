package org.hearsay.tell.web;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in words why one cannot listen somewhere. */
final class Port {
    private static final Logger LOG = LoggerFactory.getLogger(Port.class);

    private Port() {}

    /** Asked before the server is started, since one that fails to start tells the log at length before it tells us. */
    static void checkFree(WebSettings settings) throws IOException {
        try (ServerSocket free = new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.bind()))) {
            LOG.debug("free bind={} port={}", settings.bind(), free.getLocalPort());
        } catch (IOException e) {
            throw refused(settings, e);
        }
    }

    static IOException refused(WebSettings settings, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof BindException && words.contains("in use") || cause instanceof JavalinBindException) {
                return new PortInUse(settings.bind(), settings.port(), e);
            }
        }
        return new IOException(
                "cannot listen on " + settings.bind() + ":" + settings.port() + " (" + e.getMessage()
                        + "): web.bind must be an address of this machine, web.port one that you may use",
                e);
    }
}
