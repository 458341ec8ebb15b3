package org.hearsay.tell.web;

import java.io.IOException;

/** Another program listens where the site was to listen. The message says what to do. */
public final class PortInUse extends IOException {
    private static final long serialVersionUID = 1;

    PortInUse(String bind, int port, Throwable cause) {
        super(
                "port " + port + " on " + bind + " is in use by another program: end that one, or choose another port"
                        + " with web.port (HEARSAY_WEB_PORT)",
                cause);
    }
}
