package org.hearsay.tell.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the query for those who do not know its language: what the fields of the form say, as one line of it. */
final class QueryForm {
    private QueryForm() {}

    /** The query that the form asks for; absent if the request is no form's. */
    static Optional<String> query(Context ctx) {
        if (ctx.queryParam("form") == null) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        String any = plain(ctx, "any").replace(" ", " OR ");
        add(parts, any.contains(" ") && !plain(ctx, "all").isEmpty() ? "(" + any + ")" : any);
        add(parts, plain(ctx, "all"));
        add(parts, quoted(plain(ctx, "phrase")));
        field(ctx, parts, "source");
        field(ctx, parts, "entity");
        field(ctx, parts, "outlet");
        for (String choice : List.of("attribution", "stance", "kind")) {
            String value = plain(ctx, choice);
            add(parts, value.isEmpty() ? "" : choice + ":" + value);
        }
        String quantity = plain(ctx, "quantity").replace(" ", "");
        add(parts, quantity.isEmpty() ? "" : "quantity:" + quantity);
        String from = plain(ctx, "from");
        String to = plain(ctx, "to");
        add(parts, from.isEmpty() && to.isEmpty() ? "" : "date:" + from + ".." + to);
        String none = plain(ctx, "none");
        if (!none.isEmpty()) {
            add(
                    parts,
                    java.util.Arrays.stream(none.split(" "))
                            .map(word -> "-" + word)
                            .collect(Collectors.joining(" ")));
        }
        String query = String.join(" ", parts);
        return Optional.of(query.length() > WebServer.MAX_QUERY ? query.substring(0, WebServer.MAX_QUERY) : query);
    }

    private static void add(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    private static void field(Context ctx, List<String> parts, String name) {
        String value = plain(ctx, name);
        add(parts, value.isEmpty() ? "" : name + ":" + (value.contains(" ") ? quoted(value) : value));
    }

    private static String quoted(String words) {
        return words.isEmpty() ? "" : '"' + words + '"';
    }

    /** In a field nothing is syntax but a star. */
    private static String plain(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name))
                .orElse("")
                .replaceAll("[\"\u201c\u201d\u00ab\u00bb():\\p{Cc}]", " ")
                .strip()
                .replaceAll("\\s+", " ");
    }
}
