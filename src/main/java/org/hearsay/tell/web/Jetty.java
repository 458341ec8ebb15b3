package org.hearsay.tell.web;

import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
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

    /**
     * The status of a request whose body was not what its head announced: cut short, since somebody walked away from a
     * form, or of another form than it says. Empty of every other failure.
     */
    static Optional<Integer> unread(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EofException) {
                return Optional.of(HttpStatus.BAD_REQUEST_400);
            }
            if (cause instanceof HttpException http && http.getCode() < HttpStatus.INTERNAL_SERVER_ERROR_500) {
                return Optional.of(http.getCode());
            }
        }
        return Optional.empty();
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
