package org.hearsay.gather.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.page.PageUrl;

/**
 * The user name and password of a feed, as its address in the feed list holds them. They are sent as Basic
 * authorization (RFC 7617) to the scheme, host and port they were written for and nowhere else, and no text of this
 * value shows them but {@link #written}, which is for the feed list itself.
 *
 * <pre>{@code
 * Credentials credentials = Credentials.in("https://reader:s%40crt@star.example/paid.xml");
 * fetcher.feed(PageUrl.of("https://star.example/paid.xml"), validators, of, credentials);
 * }</pre>
 */
public final class Credentials {
    /** Those of an address without any: nothing is sent. */
    public static final Credentials NONE = new Credentials("", "");

    private static final Pattern ADDRESS =
            Pattern.compile("^\\s*[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)@.*", Pattern.DOTALL);

    /** As it was written, percent-escapes and all, in one word: {@code reader:s%40crt}. */
    private final String userInfo;

    /** Scheme, host and port in canonical form. */
    private final String origin;

    private Credentials(String userInfo, String origin) {
        this.userInfo = userInfo;
        this.origin = origin;
    }

    /** What stands before the {@code @} of an address, be it the feed's or a site's. */
    public static Credentials in(String address) {
        Matcher m = ADDRESS.matcher(address);
        Optional<PageUrl> url = PageUrl.parse(address);
        // ":" alone is no name and no password.
        return m.matches() && url.isPresent() && !m.group(1).replace(":", "").isBlank()
                ? new Credentials(oneWord(m.group(1)), origin(url.get()))
                : NONE;
    }

    /** {@code url} as the feed list holds it, with the credentials if they are for it. Never for a log or a reader. */
    public String written(PageUrl url) {
        return areFor(url)
                ? url.text().replaceFirst("://", Matcher.quoteReplacement("://" + userInfo + "@"))
                : url.text();
    }

    /** Whether they may be sent to this address. */
    boolean areFor(PageUrl url) {
        return !userInfo.isEmpty() && origin(url).equals(origin);
    }

    /** The value of an Authorization header. */
    String basic() {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        byte[] pair = (decoded(user) + ":" + decoded(password)).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** A line of the feed list is split at spaces and quotes. */
    private static String oneWord(String userInfo) {
        return userInfo.replaceAll("[\\t\\r\\n]", "").replace(" ", "%20").replace("\"", "%22");
    }

    private static String origin(PageUrl url) {
        return url.scheme() + "://" + url.host().authority();
    }

    /** What is no escape stands for itself: people paste passwords as they are. */
    private static String decoded(String escaped) {
        byte[] raw = escaped.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[raw.length];
        int length = 0;
        for (int i = 0; i < raw.length; i++) {
            boolean whole = raw[i] == '%' && i + 2 < raw.length;
            int high = whole ? Character.digit(raw[i + 1], 16) : -1;
            int low = whole ? Character.digit(raw[i + 2], 16) : -1;
            boolean escape = high >= 0 && low >= 0;
            out[length++] = escape ? (byte) (high * 16 + low) : raw[i];
            i += escape ? 2 : 0;
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Credentials c && c.userInfo.equals(userInfo) && c.origin.equals(origin);
    }

    @Override
    public int hashCode() {
        return Objects.hash(userInfo, origin);
    }

    /** Says only whether there are any. */
    @Override
    public String toString() {
        return userInfo.isEmpty() ? "none" : "hidden";
    }
}
