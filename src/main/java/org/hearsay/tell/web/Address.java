package org.hearsay.tell.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.keep.index.SearchRequest;

/**
 * A search as its address: all of its state is there, so that it can be sent, kept and gone back to.
 *
 * @param query as typed, facets among it
 * @param page from 1
 * @param seenBy when the first of the pages was asked for: what came since is on none of them
 */
record Address(String query, SearchRequest.In in, SearchRequest.Sort sort, int page, Optional<Instant> seenBy) {
    static final int PAGE = 20;
    /** What can be paged through; deeper, a narrower query serves better than a next page. */
    static final int MAX_PAGE = 50;

    /** Fields that the facets speak of. Those of the end of a query are the ones chosen by a link. */
    private static final Pattern FACET = Pattern.compile(
            "^(|.*\\s)((?:outlet|kind|stance|attribution|denied|source|entity|story|date|first-seen|has|unit|group|scope):(?:\"[^\"]*\"|[^\\s\"()]+))\\s*$",
            Pattern.DOTALL);

    /** What binds less than words side by side. */
    private static final Pattern JOINED = Pattern.compile("\\b(?:OR|AND)\\b");

    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,12})");

    /** The first page of a search as everything stands now. */
    Address(String query, SearchRequest.In in, SearchRequest.Sort sort, int page) {
        this(query, in, sort, page, Optional.empty());
    }

    /** One chosen facet, and the search without it. */
    record Chosen(String field, String value, Address without) {}

    static Address of(Optional<String> query, Optional<String> in, Optional<String> sort, Optional<String> page) {
        return new Address(
                query.orElse("").strip(),
                in.filter("articles"::equals).isPresent() ? SearchRequest.In.ARTICLES : SearchRequest.In.CLAIMS,
                sort(sort.orElse("")),
                page.filter(p -> p.matches("[0-9]{1,4}"))
                        .map(Integer::parseInt)
                        .map(p -> Math.clamp(p, 1, MAX_PAGE))
                        .orElse(1));
    }

    /** What {@link #next} wrote; empty if it is nothing of ours. */
    Optional<Address> at(Optional<String> cursor) {
        if (cursor.isEmpty()) {
            return Optional.of(this);
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor.get()), StandardCharsets.ISO_8859_1);
            Matcher parts = CURSOR.matcher(plain);
            return parts.matches()
                    ? Optional.of(new Address(
                            query,
                            in,
                            sort,
                            Math.clamp(Integer.parseInt(parts.group(1)), 1, MAX_PAGE),
                            Optional.of(Instant.ofEpochSecond(Long.parseLong(parts.group(2))))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The page after this one, of what was there when the first was asked for. */
    Address next(Instant now) {
        return new Address(query, in, sort, page + 1, Optional.of(seenBy.orElse(now)));
    }

    /** The page before this one; the first is that of its time. */
    Address before() {
        return new Address(query, in, sort, page - 1, seenBy);
    }

    private String cursor(Instant by) {
        String plain = page + "." + by.getEpochSecond();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static SearchRequest.Sort sort(String name) {
        return switch (name) {
            case "newest", "date" -> SearchRequest.Sort.NEWEST;
            case "origins" -> SearchRequest.Sort.ORIGINS;
            default -> SearchRequest.Sort.RELEVANCE;
        };
    }

    /** As path and query, for {@code path} "/search" or one of its siblings. */
    String at(String path) {
        StringBuilder out = new StringBuilder(path).append("?q=").append(encoded(query));
        if (in == SearchRequest.In.ARTICLES) {
            out.append("&in=articles");
        }
        if (sort != SearchRequest.Sort.RELEVANCE) {
            out.append("&sort=").append(sort.name().toLowerCase(Locale.ROOT));
        }
        if (seenBy.isPresent()) {
            out.append("&cursor=").append(cursor(seenBy.get()));
        } else if (page > 1) {
            out.append("&page=").append(page);
        }
        return out.toString();
    }

    Address with(SearchRequest.In other) {
        return new Address(query, other, sort, 1);
    }

    Address with(SearchRequest.Sort other) {
        return new Address(query, in, other, 1);
    }

    /** Another search in the same place and order. */
    Address asking(String other) {
        return new Address(other, in, sort, 1);
    }

    Address page(int other) {
        return new Address(query, in, sort, other, seenBy);
    }

    /** Narrowed to one value of a field; what was typed before is kept together. */
    Address narrowed(String field, String value) {
        Split split = split();
        boolean loose = JOINED.matcher(split.base).find() && !split.base.matches("\\([^()]*\\)");
        List<String> tokens = new ArrayList<>(split.tokens);
        tokens.removeIf(token -> field.equals("scope") && token.startsWith("scope:"));
        tokens.add(field + ":" + (value.matches("[\\p{L}\\p{N}_-]+") ? value : '"' + value.replace('"', ' ') + '"'));
        return joined(loose ? "(" + split.base + ")" : split.base, tokens);
    }

    /** The facets at the end of the query, as they stand there. */
    List<Chosen> chosen() {
        Split split = split();
        List<Chosen> chosen = new ArrayList<>();
        for (String token : split.tokens) {
            List<String> others = new ArrayList<>(split.tokens);
            others.remove(token);
            int colon = token.indexOf(':');
            chosen.add(new Chosen(
                    token.substring(0, colon),
                    token.substring(colon + 1).replace("\"", ""),
                    joined(split.base, others)));
        }
        return chosen;
    }

    private Address joined(String base, List<String> tokens) {
        String all = (base + " " + String.join(" ", tokens)).strip();
        return new Address(all.isEmpty() ? "*" : all, in, sort, 1);
    }

    private record Split(String base, List<String> tokens) {}

    private Split split() {
        List<String> tokens = new ArrayList<>();
        String base = query;
        for (Matcher m = FACET.matcher(base); m.matches(); m = FACET.matcher(base)) {
            tokens.addFirst(m.group(2));
            base = m.group(1).stripTrailing();
        }
        return new Split(base, tokens);
    }

    private static String encoded(String words) {
        // A surrogate without its half cannot be written in an address.
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
