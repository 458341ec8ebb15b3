package org.hearsay.tell.web;

import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.jspecify.annotations.Nullable;

/** How the server under the site is set: small limits, a quick end, and no word about itself. */
final class Jetty {
    /** A browser's headers with a query of the longest kind, percent-encoded. */
    private static final int HEADER_BYTES = 16 * 1024;

    private static final long IDLE_MILLIS = 30_000;

    private Jetty() {}

    static void configure(JettyConfig jetty) {
        jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(HEADER_BYTES);
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
            http.setIdleTimeout(IDLE_MILLIS);
        });
        jetty.modifyServer(server -> {
            // The site itself has waited for its pages; an idle browser is not waited for.
            server.setStopTimeout(0);
            server.setErrorHandler(new Plain());
        });
        jetty.modifyServletContextHandler(context -> context.setErrorHandler(new PlainServlet()));
    }

    /** What cannot even be read as a request gets a short page, too. */
    private static String page(int code) {
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Not understood &middot; Hearsay</title><link"
                + " rel=\"stylesheet\" href=\"/style.css\"><main><h1>Not understood</h1><p>The request could not be"
                + " understood (" + code + "). <a href=\"/\">Today</a></p></main></html>\n";
    }

    private static final class Plain extends ErrorHandler {
        Plain() {
            setShowStacks(false);
            setShowCauses(false);
        }

        @Override
        protected void writeErrorHtml(
                Request request,
                Writer writer,
                Charset charset,
                int code,
                @Nullable String message,
                @Nullable Throwable cause)
                throws IOException {
            writer.write(page(code));
        }
    }

    private static final class PlainServlet extends org.eclipse.jetty.ee10.servlet.ErrorHandler {
        PlainServlet() {
            setShowStacks(false);
            setShowCauses(false);
        }

        @Override
        protected void writeErrorHtml(
                Request request,
                Writer writer,
                Charset charset,
                int code,
                @Nullable String message,
                @Nullable Throwable cause)
                throws IOException {
            writer.write(page(code));
        }
    }
}
