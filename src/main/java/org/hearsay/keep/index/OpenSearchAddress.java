package org.hearsay.keep.index;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an OpenSearch is, and under which name an index of Hearsay's goes there: {@code
 * https://user@search.example.org:9200/hearsay}. The name is "hearsay" where none is given.
 *
 * <p>{@code toString} shows no password.
 */
public record OpenSearchAddress(
        boolean encrypted, String host, int port, String name, Optional<String> user, Optional<String> password) {
    private static final int PORT = 9200;
    /** What the server takes for a name, and what leaves room for the number of an index behind it. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");

    /** Empty where the text is no such address. @param password instead of one in the address */
    public static Optional<OpenSearchAddress> parse(String url, Optional<String> password) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("^/|/$", "");
        String name = path.isEmpty() ? "hearsay" : path;
        boolean other = uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getHost() == null;
        if (other
                || !scheme.equals("http") && !scheme.equals("https")
                || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Optional<String> given = Optional.ofNullable(uri.getUserInfo()).filter(info -> !info.isEmpty());
        Optional<String> user = given.map(info -> info.contains(":") ? info.substring(0, info.indexOf(':')) : info);
        Optional<String> inside =
                given.filter(info -> info.contains(":")).map(info -> info.substring(info.indexOf(':') + 1));
        return Optional.of(new OpenSearchAddress(
                scheme.equals("https"),
                uri.getHost(),
                uri.getPort() < 0 ? PORT : uri.getPort(),
                name,
                user,
                password.or(() -> inside)));
    }

    String scheme() {
        return encrypted ? "https" : "http";
    }

    @Override
    public String toString() {
        return scheme() + "://" + host + ":" + port + "/" + name;
    }
}
