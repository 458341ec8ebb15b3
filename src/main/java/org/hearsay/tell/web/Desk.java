package org.hearsay.tell.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.store.Store;
import org.hearsay.tell.json.Shapes;

/** What every part of the site works with. */
record Desk(Store store, ClaimIndex index, WebSettings settings, Answers answers) {
    private static final int MAX_ID = 200;
    private static final String PERSON = "person";

    Sight sight() {
        return new Sight(store);
    }

    /** From now on this request is that of {@code person}. */
    static void isFor(Context ctx, Person person) {
        ctx.attribute(PERSON, person);
    }

    /** Who asks; one who may change nothing where nobody was asked yet. */
    static Person person(Context ctx) {
        Person person = ctx.attribute(PERSON);
        return person == null ? Person.READER : person;
    }

    Instant now() {
        return settings.clock().instant();
    }

    Words words() {
        return new Words(now(), settings.zone());
    }

    Shapes shapes() {
        return new Shapes();
    }

    /** The id in the path, and whether its object is asked for as JSON. */
    record Named(String id, boolean json) {}

    static Named named(Context ctx) {
        String id = ctx.pathParam("id");
        boolean json = id.endsWith(".json");
        String bare = json ? id.substring(0, id.length() - ".json".length()) : id;
        if (bare.isBlank() || bare.length() > MAX_ID) {
            throw Refusal.ofStatus(404);
        }
        return new Named(bare, json);
    }

    /** What a form's field says, on one line; absent if that is nothing. */
    static Optional<String> field(Context ctx, String name, int mostChars) {
        return Optional.ofNullable(ctx.formParam(name))
                .map(value -> value.replaceAll("[\\p{Cc}\\s]+", " ").strip())
                .filter(value -> !value.isEmpty())
                .map(value -> value.length() > mostChars ? value.substring(0, mostChars) : value);
    }
}
