package org.hearsay.tell.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hearsay.page.Bytes;

/**
 * Who is served. A page of another site, open in the same browser, can make that browser ask us under a name of its own
 * (DNS rebinding) and would read the answers; it cannot make the browser send our name as Host. So only requests for
 * our own names are answered.
 */
final class Guard {
    /** Nothing is loaded but our own style sheet, icon and the file with the keys; no script stands in a page. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
            + " form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private static final String COOKIE = "hearsay";
    private static final int MAX_NAME = 100;
    /** An address written as number cannot be rebound to another one. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");

    private final Set<String> names = new TreeSet<>(Set.of("127.0.0.1", "localhost", "[::1]"));
    private final boolean everywhere;
    /** In every form of ours; nobody who cannot read our pages knows it. Anew with each start. */
    private final String formToken = randomToken();

    private final Optional<String> key;
    private final Optional<String> readKey;
    private final Access access;
    private final Set<InetAddress> proxies = new HashSet<>();

    private Guard(WebSettings settings, InetAddress bind) throws IOException {
        names.add(hostName(settings.bind()));
        settings.publicUrl().map(URI::getHost).ifPresent(host -> names.add(host.toLowerCase(Locale.ROOT)));
        everywhere = bind.isAnyLocalAddress();
        // The cookie holds a digest, so that the token itself lies in no browser's files.
        key = settings.token().filter(token -> !token.isBlank()).map(Guard::digest);
        access = settings.access();
        for (String proxy : access.proxies()) {
            proxies.add(address(proxy, "web.proxies"));
        }
        readKey = access.readToken().filter(token -> !token.isBlank()).map(Guard::digest);
    }

    /** @throws IOException if others could read the site and nothing keeps them out; the message says what to do */
    static Guard of(WebSettings settings) throws IOException {
        InetAddress bind = address(settings.bind(), "web.bind");
        Guard guard = new Guard(settings, bind);
        if (!bind.isLoopbackAddress() && guard.open()) {
            throw new IOException("web.bind is " + settings.bind()
                    + ", so other machines could read everything here: set web.token to a long secret word, or"
                    + " web.bind to 127.0.0.1");
        }
        if (guard.readKey.isPresent() && guard.readKey.equals(guard.key)) {
            throw new IOException("web.read-token is the same as web.token: give those who only read another word");
        }
        return guard;
    }

    private static InetAddress address(String text, String setting) throws IOException {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IOException(setting + " is \"" + text + "\", which is no address: use one like 127.0.0.1", e);
        }
    }

    private static String randomToken() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String formToken() {
        return formToken;
    }

    /** Refuses what another site makes a browser send. */
    void checkForm(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw Refusal.foreignForm();
        }
        String shown = ctx.formParam("token");
        boolean known = shown != null
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8), formToken.getBytes(StandardCharsets.UTF_8));
        if (!known) {
            throw Refusal.foreignForm();
        }
    }

    /** Sets what every answer carries. */
    void headers(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    /** Whether the request names us. */
    boolean knows(Context ctx) {
        String host = ctx.header("Host");
        if (host == null) {
            return false;
        }
        String name = hostName(host.strip().replaceFirst(":[0-9]*$", ""));
        return names.contains(name) || everywhere && NUMERIC.matcher(name).matches();
    }

    /** Whether whoever reaches this port may do all. */
    private boolean open() {
        return key.isEmpty() && readKey.isEmpty() && access.userHeader().isEmpty();
    }

    /** Who asks: whom a trusted proxy names, or the holder of a token; empty for a stranger. */
    Optional<Person> person(Context ctx) {
        if (open()) {
            return Optional.of(Person.HERE);
        }
        Optional<Person> named = named(ctx);
        if (named.isPresent()) {
            return named;
        }
        String bearer = ctx.header("Authorization");
        String shown =
                bearer != null && bearer.startsWith("Bearer ") ? digest(bearer.substring(7)) : ctx.cookie(COOKIE);
        return shown == null ? Optional.empty() : holder(shown);
    }

    /** Anybody can send a header, so only that of a proxy we know counts. */
    private Optional<Person> named(Context ctx) {
        if (access.userHeader().isEmpty() || !isProxy(ctx.ip())) {
            return Optional.empty();
        }
        return access.userHeader()
                .flatMap(header -> Optional.ofNullable(ctx.header(header)))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= MAX_NAME)
                .map(name -> new Person(
                        name, access.editors().contains("*") || access.editors().contains(name)));
    }

    private boolean isProxy(String ip) {
        try {
            // The server gives an address and no name, so nothing is looked up.
            return proxies.contains(InetAddress.getByName(ip));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Optional<Person> holder(String digest) {
        return same(digest, key)
                ? Optional.of(Person.EDITOR)
                : same(digest, readKey) ? Optional.of(Person.READER) : Optional.empty();
    }

    /** A token shown in the address lets the browser in from now on. */
    boolean shows(Context ctx) {
        String token = ctx.queryParam("token");
        String digest = token == null ? "" : digest(token);
        if (holder(digest).isEmpty()) {
            return false;
        }
        ctx.header("Set-Cookie", COOKIE + "=" + digest + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000");
        return true;
    }

    private static boolean same(String shown, Optional<String> key) {
        return key.isPresent()
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8), key.get().getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String token) {
        return Bytes.utf8("hearsay web token\n" + token).sha256();
    }

    private static String hostName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
    }
}
