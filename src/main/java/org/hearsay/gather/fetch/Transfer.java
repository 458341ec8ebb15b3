package org.hearsay.gather.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.hearsay.gather.fetch.FetchOutcome.Trouble;
import org.hearsay.page.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its answer, bounded in time and size; no redirects, no politeness. Thread-safe. */
final class Transfer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);
    private static final AtomicInteger THREADS = new AtomicInteger();

    /** How one request ended. */
    sealed interface Result {
        /** An HTTP answer; the body only with a 2xx status, and then decoded. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Answer(int status, Headers headers, byte[] body, boolean decoded) implements Result {
            /** What is kept: the lines as they came, made to fit the body as it is handed on. */
            List<Header> kept() {
                List<Header> kept = new ArrayList<>();
                for (int i = 0; i < headers.size(); i++) {
                    Header header = new Header(headers.name(i), headers.value(i));
                    String name = header.name().toLowerCase(Locale.ROOT);
                    boolean length = name.equals("content-length");
                    if (!HOP_BY_HOP.contains(name) && !(decoded && (length || name.equals("content-encoding")))) {
                        kept.add(header);
                    }
                }
                if (decoded) {
                    kept.add(new Header("Content-Length", Integer.toString(body.length)));
                }
                return kept;
            }
        }

        /** No whole answer; {@code notBefore}: nothing was asked, since the host wants to be left alone until then. */
        record Broken(Trouble trouble, String detail, Optional<Instant> notBefore) implements Result {
            Broken(Trouble trouble, String detail) {
                this(trouble, detail, Optional.empty());
            }
        }

        /** The address is closed to us. */
        record Closed(String address) implements Result {}
    }

    /** RFC 9110, 7.6.1: they speak of the connection, which is gone. */
    private static final List<String> HOP_BY_HOP =
            List.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "te", "trailer", "upgrade");

    /** A packet lost twice is sent again by then; who has not answered yet will not. */
    private static final Duration MAX_CONNECT = Duration.ofSeconds(10);

    private final ExecutorService threads;
    private final OkHttpClient client;
    private final CountDownLatch closed;

    Transfer(FetchSettings settings, CountDownLatch closed) {
        this.closed = closed;
        // Platform threads: a name lookup or a socket being connected blocks in the kernel, and a handful of such
        // virtual threads would hold up all others on a machine with two cores.
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fetch-" + THREADS.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        Duration connect = settings.timeout().compareTo(MAX_CONNECT) < 0 ? settings.timeout() : MAX_CONNECT;
        this.client = new OkHttpClient.Builder()
                .socketFactory(new GuardedSockets(new AddressRule(settings.allow(), settings.allowEndpoints())))
                .dns(new Names(threads))
                .proxy(Proxy.NO_PROXY) // through a proxy the address that matters could not be checked
                .addNetworkInterceptor(Transfer::corrected)
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .authenticator(Authenticator.NONE)
                .connectionSpecs(
                        List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.COMPATIBLE_TLS, ConnectionSpec.CLEARTEXT))
                // No connection is used twice: a server that sends more than it announced would have the rest taken
                // for the answer to the next request, one page's words for another's.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(connect)
                .readTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                .build();
    }

    /**
     * Asks once.
     *
     * @param max bytes of the body, before and after decoding
     * @param cut whether a longer body is cut there rather than refused
     * @param limit for everything, from the name lookup to the last byte
     */
    Result get(HttpUrl url, Headers headers, long max, boolean cut, Duration limit) throws InterruptedException {
        Sent sent = new Sent();
        Call call = client.newCall(new Request.Builder()
                .url(url)
                .headers(headers)
                .tag(Sent.class, sent)
                .build());
        call.timeout().timeout(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
        Future<Result> result;
        try {
            result = threads.submit(() -> exchange(call, sent, max, cut));
        } catch (RejectedExecutionException e) {
            throw closedMeanwhile(e);
        }
        try {
            return result.get();
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof InterruptedException ended) {
                throw closedMeanwhile(ended);
            }
            // The HTTP client itself stumbled over what the server sent. Told once with its stack, since it is a bug.
            LOG.error("the HTTP client failed url={}", printable(url), e.getCause());
            return new Result.Broken(Trouble.NONSENSE, "an answer that the HTTP client cannot read: " + e.getCause());
        }
    }

    /** The headers as the server sent them. */
    private static final class Sent {
        volatile Optional<Headers> headers = Optional.empty();
    }

    /**
     * The client asks again by itself after a 408, and after a 503 that says "Retry-After: 0", past the pause between
     * two requests; told of a second to wait it does not. So what it makes of an answer is put right here.
     */
    private static Response corrected(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.body().contentLength() < -1) {
            // The client would fail over it with an exception of its own.
            throw new ProtocolException("a body of less than no length");
        }
        if (response.code() != 408 && response.code() != 503) {
            return response;
        }
        Optional.ofNullable(chain.request().tag(Sent.class))
                .ifPresent(sent -> sent.headers = Optional.of(response.headers()));
        return response.newBuilder().header("Retry-After", "1").build();
    }

    private Result exchange(Call call, Sent sent, long max, boolean cut) throws InterruptedException {
        try (Response response = call.execute()) {
            int status = response.code();
            if (status < 200 || status > 299) {
                return new Result.Answer(status, sent.headers.orElse(response.headers()), new byte[0], false);
            }
            List<String> layers = Coding.layers(response.headers().values("Content-Encoding"));
            if (response.body().contentLength() > max && !cut) {
                return tooLarge(max);
            }
            byte[] raw = read(response.body().source(), max, cut);
            byte[] body = layers.isEmpty() ? raw : Coding.decode(raw, layers, max, cut);
            return new Result.Answer(status, response.headers(), body, !layers.isEmpty());
        } catch (Coding.TooLargeException e) {
            return tooLarge(max);
        } catch (Coding.UnknownCodingException e) {
            return new Result.Broken(Trouble.NONSENSE, "a content coding that was not asked for: " + e.getMessage());
        } catch (ZipException e) {
            return new Result.Broken(Trouble.CUT_OFF, "the compressed body is damaged: " + e.getMessage());
        } catch (IOException e) {
            if (closed.getCount() == 0) {
                throw closedMeanwhile(e);
            }
            return explain(e);
        }
    }

    private static byte[] read(BufferedSource source, long max, boolean cut) throws IOException {
        Buffer buffer = new Buffer();
        while (source.read(buffer, 16_384) != -1) {
            if (buffer.size() > max) {
                if (cut) {
                    return buffer.readByteArray(max);
                }
                throw new Coding.TooLargeException();
            }
        }
        return buffer.readByteArray();
    }

    private static Result tooLarge(long max) {
        return new Result.Broken(Trouble.TOO_LARGE, "more than " + max + " bytes");
    }

    private static Result explain(IOException e) {
        Optional<GuardedSockets.ClosedAddressException> guarded = find(e, GuardedSockets.ClosedAddressException.class);
        if (guarded.isPresent()) {
            return new Result.Closed(String.valueOf(guarded.get().getMessage()));
        }
        String words = String.valueOf(e.getMessage());
        return switch (e) {
            case UnknownHostException unknown ->
                new Result.Broken(Trouble.UNKNOWN_HOST, "no address is known for " + unknown.getMessage());
            case ConnectException c -> new Result.Broken(Trouble.CANNOT_CONNECT, words);
            case NoRouteToHostException n -> new Result.Broken(Trouble.CANNOT_CONNECT, words);
            case InterruptedIOException i -> new Result.Broken(Trouble.TIMED_OUT, "no whole answer in time");
            case SSLException s -> new Result.Broken(Trouble.TLS, words);
            case UnknownServiceException u -> new Result.Broken(Trouble.TLS, words);
            case ProtocolException p ->
                words.contains("unexpected end of stream") ? cut(e) : new Result.Broken(Trouble.NONSENSE, words);
            default -> cut(e);
        };
    }

    private static Result cut(IOException e) {
        // The client reads 256 KiB of headers; it does not tell whether they ended or it stopped there.
        return headersBroke(e)
                ? new Result.Broken(Trouble.CUT_OFF, "the answer's headers are cut or too long")
                : new Result.Broken(Trouble.CUT_OFF, "the answer ended early: " + e.getMessage());
    }

    private static boolean headersBroke(IOException e) {
        return find(e, EOFException.class)
                .map(Throwable::getMessage)
                .filter(words -> words.startsWith("\\n not found: limit="))
                .isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable e, Class<T> type) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
            for (Throwable other : at.getSuppressed()) {
                if (type.isInstance(other)) {
                    return Optional.of(type.cast(other));
                }
            }
        }
        return Optional.empty();
    }

    private static InterruptedException closedMeanwhile(Exception cause) {
        InterruptedException interrupted = new InterruptedException("the fetcher was closed");
        interrupted.initCause(cause);
        return interrupted;
    }

    private static String printable(HttpUrl url) {
        return url.newBuilder().username("").password("").build().toString();
    }

    /** Ends requests in flight and frees sockets and threads at once. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdownNow();
        client.connectionPool().evictAll();
        threads.shutdownNow();
    }
}
