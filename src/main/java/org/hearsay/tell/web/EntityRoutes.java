package org.hearsay.tell.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Entities.Decision;
import org.hearsay.keep.store.Entities.Known;
import org.hearsay.keep.store.Entities.Said;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.language.EntityId;

/** Who is named: lists, pages, and what people say about who is who. */
record EntityRoutes(Desk desk) {
    /** So many ids are offered where a name does not say which. */
    private static final int CHOICE = 5;

    private static final int FOUND = 60;

    void on(Routes routes) {
        routes.get("/entities", this::list);
        routes.post("/entities/undo", this::undo);
        routes.get("/entities/{id}", this::entity);
        routes.post("/entities/{id}/merge", this::merge);
        routes.post("/entities/{id}/split", this::split);
    }

    private void list(Context ctx) {
        String words = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        if (words.length() > WebServer.MAX_QUERY) {
            throw Refusal.tooLong(words.length());
        }
        desk.answers().page(ctx, "entities", "Names", "entities", EntitiesPage.of(words, desk, FOUND));
    }

    private void entity(Context ctx) {
        Desk.Named named = Desk.named(ctx);
        EntityId asked = new EntityId(named.id());
        EntityId now = desk.store().entities().resolution().of(asked);
        if (!now.equals(asked)) {
            // A redirect that browsers do not keep: people may undo the decision, and it has its own page again.
            desk.answers().onTo(ctx, path(now) + (named.json() ? ".json" : ""));
            return;
        }
        Known known = known(named.id());
        EntityPage page = EntityPage.of(known, desk);
        if (named.json()) {
            desk.answers().json(ctx, page.object());
        } else {
            desk.answers().page(ctx, "entity", known.name(), "entities", page);
        }
    }

    private Known known(String id) {
        return desk.store()
                .entities()
                .known(new EntityId(id))
                .orElseThrow(() -> Refusal.unknown("person, body or place"));
    }

    private void merge(Context ctx) {
        Known known = known(Desk.named(ctx).id());
        String other = Desk.field(ctx, "other", 200)
                .orElseThrow(() ->
                        Refusal.unusable("It was not said with whom it is one.", "Go back and write the other name."));
        Known into = sought(other, known);
        decide(() -> desk.store().entities().merge(known.id(), into.id(), said(ctx)));
        Changes.about(ctx, known.name() + " and " + into.name() + " are one");
        desk.answers().onTo(ctx, path(into.id()));
    }

    /** By its id, or the only other one that goes by just that name: a name that is only like it may be anybody's. */
    private Known sought(String words, Known own) {
        Optional<Known> byId =
                words.contains(":") ? desk.store().entities().known(new EntityId(words)) : Optional.empty();
        if (byId.isPresent()) {
            return byId.get();
        }
        List<Known> alike = EntitiesPage.named(words, desk, FOUND);
        List<Known> named = alike.stream()
                .filter(known -> EntitiesPage.goesBy(words, known))
                .toList();
        List<Known> others =
                named.stream().filter(known -> !known.id().equals(own.id())).toList();
        if (others.size() == 1) {
            return others.get(0);
        }
        if (others.isEmpty() && !named.isEmpty()) {
            throw Refusal.unusable(
                    "It goes by “" + words + "” already.", "Go back and write the name of somebody or something else.");
        }
        String choice = (others.isEmpty() ? alike : others)
                .stream()
                        .filter(known -> !known.id().equals(own.id()))
                        .map(known -> known.id().text())
                        .limit(CHOICE)
                        .collect(Collectors.joining(", "));
        throw Refusal.unusable(
                others.isEmpty()
                        ? "Nobody and nothing is named just “" + words + "” here."
                        : "Several are named “" + words + "”.",
                choice.isEmpty()
                        ? "Go back and write a name that is on the list of names, or its id."
                        : "Go back and write the id of the one that you mean: " + choice + ".");
    }

    private void split(Context ctx) {
        Known known = known(Desk.named(ctx).id());
        String name = Desk.field(ctx, "name", 200)
                .orElseThrow(() -> Refusal.unusable("It was not said who it is instead.", "Go back and write a name."));
        Set<ArticleId> articles = ctx.formParams("article").stream()
                .filter(id -> !id.isBlank())
                .map(ArticleId::new)
                .collect(Collectors.toSet());
        if (articles.isEmpty()) {
            throw Refusal.unusable("No article was chosen.", "Go back and mark those in which it is somebody else.");
        }
        String type = known.id().text().substring(0, known.id().text().indexOf(':') + 1);
        EntityId into = new EntityId(type + EntityId.slug(name));
        decide(() -> desk.store().entities().split(known.id(), into, articles, said(ctx)));
        Changes.about(ctx, known.name() + " is " + name + " in " + Words.count(articles.size(), "article"));
        desk.answers().onTo(ctx, path(known.id()));
    }

    private void undo(Context ctx) {
        long number = Desk.field(ctx, "decision", 18)
                .filter(n -> n.matches("[0-9]+"))
                .map(Long::parseLong)
                .orElseThrow(() -> Refusal.unusable("It was not said what to undo.", "Go back and try again."));
        Decision undone = decide(() -> desk.store().entities().undo(number, said(ctx)));
        Changes.about(
                ctx, "no longer: " + EntitiesPage.decided(undone, desk.words()).words());
        // To what has its own page again.
        desk.answers().onTo(ctx, path(undone.entity()));
    }

    private Said said(Context ctx) {
        return new Said(Desk.person(ctx).name(), Desk.field(ctx, "why", 300).orElse("said on the page"), desk.now());
    }

    /** What cannot be decided says itself what to do instead. */
    private static <T> T decide(Supplier<T> decision) {
        try {
            return decision.get();
        } catch (IllegalArgumentException e) {
            throw Refusal.unusable(e.getMessage() + ".", "Go back; nothing was changed.");
        }
    }

    static String path(EntityId id) {
        return "/entities/" + java.net.URLEncoder.encode(id.text(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
