package org.hearsay.gather.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Host names to addresses. Names under {@code .localhost} are loopback without asking anyone (RFC 6761, 6.3); the
 * rest is asked of the system, for a limited time, since a resolver without a network may think for half a minute.
 */
final class Names implements Dns {
    /** glibc gives up on one silent name server after 5 s; a second one may still answer. */
    private static final long LIMIT_SECONDS = 8;

    private final ExecutorService threads;

    Names(ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("localhost") || lower.endsWith(".localhost")) {
            return List.of(InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1}));
        }
        Future<List<InetAddress>> answer = threads.submit(() -> List.of(InetAddress.getAllByName(name)));
        try {
            return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            UnknownHostException unknown = new UnknownHostException(name);
            unknown.initCause(e);
            throw unknown;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            UnknownHostException unknown = new UnknownHostException(name);
            unknown.initCause(e);
            throw unknown;
        }
    }
}
