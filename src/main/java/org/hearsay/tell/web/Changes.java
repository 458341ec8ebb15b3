package org.hearsay.tell.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Deeds.Deed;
import org.hearsay.tell.json.Shapes;

/** What people changed: a note of every form that is sent, and the list of them. */
record Changes(Desk desk) {
    private static final int SHOWN = 200;
    private static final String ABOUT = "about";
    private static final int MAX_ABOUT = 500;
    private static final Map<String, String> WORDS = Map.of(
            "/claims/{id}/wrong", "corrected a claim",
            "/claims/{id}/right", "took a correction back",
            "/entities/{id}/merge", "merged two names",
            "/entities/{id}/split", "split a name",
            "/entities/undo", "took a merge or split back",
            "/watches", "saved a watch",
            "/watches/remove", "removed a watch",
            "/unsubscribe", "stopped the letters",
            "/confirm", "asked for the letters");

    /** What the page shows. */
    record Page(List<Line> lines) {}

    record Line(Words.When at, String who, String what, String about) {}

    void on(Routes routes) {
        routes.get("/changes", this::page);
        routes.get("/changes.json", this::json);
    }

    /** Says whom or what the form of this request is about, where its fields do not. */
    static void about(Context ctx, String words) {
        ctx.attribute(ABOUT, words);
    }

    /** Of a form that was sent to {@code path}: what the path and its fields say, but for secrets. */
    static Deed deed(Person person, String path, Context ctx, Instant now) {
        Optional<String> told = Optional.ofNullable(ctx.attribute(ABOUT));
        String about = told.orElseGet(() -> fields(ctx)).replaceAll("[\\p{Cc}\\s]+", " ");
        return new Deed(
                now,
                person.name(),
                words(path),
                about.length() > MAX_ABOUT ? about.substring(0, MAX_ABOUT - 1) + "…" : about);
    }

    private static String fields(Context ctx) {
        Map<String, String> said = new TreeMap<>(ctx.pathParamMap());
        ctx.formParamMap().forEach((name, values) -> {
            if (!name.equals("token")) {
                said.put(name, String.join(" ", values));
            }
        });
        return said.entrySet().stream()
                .filter(field -> !field.getValue().isBlank())
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String words(String path) {
        return WORDS.getOrDefault(path, "sent " + path);
    }

    private void page(Context ctx) {
        Words words = desk.words();
        Page page = new Page(desk.store().deeds().latest(SHOWN).stream()
                .map(deed -> new Line(words.when(deed.at()), deed.who(), deed.what(), deed.about()))
                .toList());
        desk.answers().page(ctx, "changes", "Changes", "", page);
    }

    private void json(Context ctx) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        desk.store().deeds().latest(SHOWN).forEach(deed -> out.add(Shapes.deed(deed)));
        desk.answers().json(ctx, out);
    }
}
