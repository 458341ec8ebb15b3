package org.hearsay.page;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An http or https address in its one canonical form, and so the identity of a page: scheme and host in lower case,
 * the scheme's own port left out, dot segments resolved, percent-escapes normalised (RFC 3986, section 6.2.2),
 * fragment and tracking parameters gone, user and password gone. Two addresses that differ only in these are equal.
 */
public record PageUrl(String text) implements Comparable<PageUrl> {
    /** RFC 3986, appendix B. */
    private static final Pattern PARTS =
            Pattern.compile("^(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?$", Pattern.DOTALL);

    /** Parameters that say who sent the reader, never which page it is; names compare without case. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "_ga",
            "_gl",
            "ns_mchannel",
            "ns_source",
            "ns_campaign",
            "ns_linkname",
            "ns_fee",
            "at_medium",
            "at_campaign",
            "cmpid",
            "ocid",
            "ftag",
            "smid",
            "xtor",
            "wt_mc",
            "wt.mc_id",
            "__twitter_impression");

    private static final String UNRESERVED = "-._~";
    private static final String PATH_SAFE = UNRESERVED + "!$&'()*+,;=:@/";
    private static final String QUERY_SAFE = PATH_SAFE + "?";
    /** No browser or server takes longer ones; a longer one is an attack or a mistake. */
    private static final int MAX_CHARS = 8_192;

    /** Only a canonical text is accepted; use {@link #parse} or {@link #of} for anything that a person or page wrote. */
    public PageUrl {
        if (!canonical(text).filter(text::equals).isPresent()) {
            throw new IllegalArgumentException("not a canonical http(s) address: " + text);
        }
    }

    /** Empty unless {@code raw} is an absolute http or https address with a host. */
    public static Optional<PageUrl> parse(String raw) {
        return canonical(raw.strip()).map(PageUrl::new);
    }

    /** As {@link #parse}, for addresses known to be right. */
    public static PageUrl of(String raw) {
        return parse(raw).orElseThrow(() -> new IllegalArgumentException("not an http(s) address: " + raw));
    }

    /** What {@code reference}, as found in this page, points to; empty if it is no http(s) address. */
    public Optional<PageUrl> resolve(String reference) {
        String ref = reference.strip();
        Matcher r = PARTS.matcher(ref);
        Matcher base = PARTS.matcher(text);
        if (!r.matches() || !base.matches()) {
            return Optional.empty();
        }
        if (r.group(1) != null) {
            return parse(ref);
        }
        if (r.group(2) != null) {
            return parse(base.group(1) + ":" + ref);
        }
        String root = base.group(1) + "://" + base.group(2);
        String query = r.group(4) == null ? "" : "?" + r.group(4);
        String path = r.group(3);
        if (path.isEmpty()) {
            String own = base.group(4) == null ? "" : "?" + base.group(4);
            return parse(root + base.group(3) + (r.group(4) == null ? own : query));
        }
        if (path.startsWith("/")) {
            return parse(root + path + query);
        }
        String folder = base.group(3).substring(0, base.group(3).lastIndexOf('/') + 1);
        return parse(root + folder + path + query);
    }

    public Host host() {
        int from = text.indexOf("://") + 3;
        int to = text.indexOf('/', from);
        return new Host(text.substring(from, to));
    }

    public String scheme() {
        return text.substring(0, text.indexOf(':'));
    }

    /** Path with its leading slash, and query if there is one: what a robots.txt rule is matched against. */
    public String pathAndQuery() {
        return text.substring(text.indexOf('/', text.indexOf("://") + 3));
    }

    public URI uri() {
        return URI.create(text);
    }

    @Override
    public int compareTo(PageUrl other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static Optional<String> canonical(String raw) {
        if (raw.length() > MAX_CHARS) {
            return Optional.empty();
        }
        // Browsers drop these wherever they stand (WHATWG URL, basic parser), and feeds wrap long links.
        Matcher m = PARTS.matcher(raw.replaceAll("[\\t\\r\\n]", ""));
        if (!m.matches() || m.group(1) == null || m.group(2) == null) {
            return Optional.empty();
        }
        String scheme = m.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        Optional<String> authority = authority(scheme, m.group(2));
        if (authority.isEmpty()) {
            return Optional.empty();
        }
        String path = removeDotSegments(escape(m.group(3).replace('\\', '/'), PATH_SAFE));
        String query = m.group(4) == null ? "" : cleanQuery(escape(m.group(4), QUERY_SAFE));
        return Optional.of(scheme + "://" + authority.get() + (path.isEmpty() ? "/" : path) + query);
    }

    private static Optional<String> authority(String scheme, String raw) {
        String hostPort = raw.substring(raw.lastIndexOf('@') + 1);
        int colon = hostPort.lastIndexOf(':');
        boolean hasPort = colon >= 0 && colon > hostPort.lastIndexOf(']');
        String name = hasPort ? hostPort.substring(0, colon) : hostPort;
        String port = hasPort ? hostPort.substring(colon + 1) : "";
        if (!port.isEmpty()
                && (!port.chars().allMatch(c -> c >= '0' && c <= '9')
                        || port.length() > 5
                        || Integer.parseInt(port) > 65_535)) {
            return Optional.empty();
        }
        Optional<String> host = hostName(name);
        boolean own = port.isEmpty() || Integer.parseInt(port) == (scheme.equals("http") ? 80 : 443);
        return host.map(h -> own ? h : h + ":" + Integer.parseInt(port));
    }

    private static Optional<String> hostName(String raw) {
        if (raw.startsWith("[")) {
            return raw.matches("\\[[0-9A-Fa-f:.]+]") ? Optional.of(raw.toLowerCase(Locale.ROOT)) : Optional.empty();
        }
        String name = raw.endsWith(".") ? raw.substring(0, raw.length() - 1) : raw;
        try {
            name = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean ok = !name.isEmpty()
                && name.length() <= 253
                && name.chars().allMatch(PageUrl::hostChar)
                && !name.contains("..")
                && !name.startsWith(".");
        return ok ? Optional.of(name) : Optional.empty();
    }

    private static boolean hostChar(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_';
    }

    /** Escapes what must be escaped, unescapes what need not be, upper-cases the rest (RFC 3986, 6.2.2). */
    private static String escape(String raw, String safe) {
        StringBuilder out = new StringBuilder(raw.length() + 16);
        for (byte b : raw.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (alphanumeric(c) || c == '%' || safe.indexOf(c) >= 0 && c < 0x80) {
                out.append((char) c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 15));
            }
        }
        return normaliseEscapes(out);
    }

    private static String normaliseEscapes(CharSequence raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                out.append(c);
                continue;
            }
            boolean whole = i + 2 < raw.length();
            int high = whole ? Character.digit(raw.charAt(i + 1), 16) : -1;
            int low = whole ? Character.digit(raw.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                out.append("%25");
                continue;
            }
            int value = high * 16 + low;
            if (alphanumeric(value) || UNRESERVED.indexOf(value) >= 0 && value < 0x80) {
                out.append((char) value);
            } else {
                out.append('%').append(hex(high)).append(hex(low));
            }
            i += 2;
        }
        return out.toString();
    }

    private static boolean alphanumeric(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }

    private static String removeDotSegments(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] parts = path.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (parts[i].equals(".") || parts[i].equals("..")) {
                if (parts[i].equals("..") && kept.size() > 1) {
                    kept.removeLast();
                }
                if (last) {
                    kept.addLast("");
                }
            } else {
                kept.addLast(parts[i]);
            }
        }
        String joined = String.join("/", kept);
        return joined.startsWith("/") || joined.isEmpty() ? joined : "/" + joined;
    }

    private static String cleanQuery(String query) {
        List<String> kept = new ArrayList<>();
        for (String pair : query.split("&")) {
            String name = pair.substring(0, pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('='))
                    .toLowerCase(Locale.ROOT);
            if (!pair.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
                kept.add(pair);
            }
        }
        return kept.isEmpty() ? "" : "?" + String.join("&", kept);
    }
}
