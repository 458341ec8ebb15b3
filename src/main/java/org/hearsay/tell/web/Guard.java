package org.hearsay.tell.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
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
    /** An address written as number cannot be rebound to another one. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");

    private final Set<String> names = new TreeSet<>(Set.of("127.0.0.1", "localhost", "[::1]"));
    private final boolean everywhere;
    /** In every form of ours; nobody who cannot read our pages knows it. Anew with each start. */
    private final String formToken = randomToken();

    private final Optional<String> key;

    private Guard(WebSettings settings, InetAddress bind) {
        names.add(hostName(settings.bind()));
        settings.publicUrl().map(URI::getHost).ifPresent(host -> names.add(host.toLowerCase(Locale.ROOT)));
        everywhere = bind.isAnyLocalAddress();
        // The cookie holds a digest, so that the token itself lies in no browser's files.
        key = settings.token().filter(token -> !token.isBlank()).map(Guard::digest);
    }

    /** @throws IOException if others could read the site and nothing keeps them out; the message says what to do */
    static Guard of(WebSettings settings) throws IOException {
        InetAddress bind;
        try {
            bind = InetAddress.getByName(settings.bind());
        } catch (UnknownHostException e) {
            throw new IOException(
                    "web.bind is \"" + settings.bind() + "\", which is no address of this machine: use 127.0.0.1", e);
        }
        Guard guard = new Guard(settings, bind);
        if (!bind.isLoopbackAddress() && guard.key.isEmpty()) {
            throw new IOException("web.bind is " + settings.bind()
                    + ", so other machines could read everything here: set web.token to a long secret word, or"
                    + " web.bind to 127.0.0.1");
        }
        return guard;
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

    /** Whether the browser has shown the token; {@code true} where there is none. */
    boolean admits(Context ctx) {
        if (key.isEmpty()) {
            return true;
        }
        String cookie = ctx.cookie(COOKIE);
        String bearer = ctx.header("Authorization");
        return cookie != null && same(cookie)
                || bearer != null && bearer.startsWith("Bearer ") && same(digest(bearer.substring(7)));
    }

    /** A token shown in the address lets the browser in from now on. */
    boolean shows(Context ctx) {
        String token = ctx.queryParam("token");
        if (key.isEmpty() || token == null || !same(digest(token))) {
            return false;
        }
        ctx.header("Set-Cookie", COOKIE + "=" + key.get() + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000");
        return true;
    }

    private boolean same(String shown) {
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), key.orElseThrow().getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String token) {
        return Bytes.utf8("hearsay web token\n" + token).sha256();
    }

    private static String hostName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
    }
}
