package org.hearsay.tell.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.store.Claims.Related;
import org.hearsay.keep.store.Comparison;
import org.hearsay.keep.store.Corrections.Correction;
import org.hearsay.keep.store.ProposalAccounts;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.compare.GroupId;
import org.hearsay.tell.json.ComparisonShape;
import org.hearsay.tell.json.ProposalShape;
import org.hearsay.tell.json.Shapes;

/** Claims, articles, stories, proposals and outlets, each as a page and as JSON, and claims side by side. */
record ItemRoutes(Desk desk) {
    private static final int VERSION_DIGITS = 6;
    private static final int MOVES = 100;

    void on(Routes routes) {
        routes.get("/claims/{id}", this::claim);
        routes.post("/claims/{id}/wrong", this::wrong);
        routes.post("/claims/{id}/right", this::right);
        routes.get("/articles/{id}", this::article);
        routes.get("/stories/{id}", this::story);
        routes.get("/compare", this::compare);
        routes.get("/compare.json", this::compareJson);
        routes.get(
                "/proposals",
                ctx -> desk.answers().page(ctx, "proposals", "Proposals", "proposals", ProposalsPage.of(desk)));
        routes.get("/proposals/{id}", this::proposal);
        routes.get("/outlets", ctx -> desk.answers().page(ctx, "outlets", "Outlets", "outlets", OutletsPage.of(desk)));
        routes.get("/outlets/{id}", this::outlet);
    }

    private StoredClaim stored(String id) {
        return desk.store().claims().claim(new ClaimId(id)).orElseThrow(() -> Refusal.unknown("claim"));
    }

    private void claim(Context ctx) {
        Desk.Named named = Desk.named(ctx);
        StoredClaim claim = stored(named.id());
        if (named.json()) {
            desk.answers().json(ctx, claimObject(claim));
            return;
        }
        ClaimPage page = ClaimPage.of(claim, desk.sight(), desk.words());
        desk.answers().page(ctx, "claim", claim.shown(), "", page);
    }

    private ObjectNode claimObject(StoredClaim claim) {
        Sight sight = desk.sight();
        Shapes shapes = desk.shapes();
        StoredArticle article = sight.of(claim).orElseThrow(() -> Refusal.unknown("claim"));
        ObjectNode out =
                Shapes.pageOf(shapes.claim(claim, article), desk.store().pages().dropped(article.kept()));
        Sight.Spread spread = sight.spread(claim);
        out.put("outlets", spread.outlets()).put("origins", spread.origins());
        ArrayNode relations = out.putArray("relations");
        for (Related related : sight.relations(claim)) {
            ObjectNode relation = shapes.relation(related.other().claim().id().text(), related.relation());
            relation.put("outlet", related.other().outlet())
                    .put("text", related.other().shown());
            relations.add(relation);
        }
        ArrayNode corrections = out.putArray("corrections");
        for (Correction correction : desk.store().corrections().of(claim.claim().id())) {
            corrections
                    .addObject()
                    .put("what", correction.what())
                    .put("words", correction.words())
                    .put("at", correction.at().toString());
        }
        return out;
    }

    /** "This is wrong": kept, and in force from the next page on. */
    private void wrong(Context ctx) {
        StoredClaim claim = stored(Desk.named(ctx).id());
        String what = Desk.field(ctx, "what", 40).orElse("");
        Optional<String> words = Desk.field(ctx, what.equals("stance") ? "stance" : "voice", 300);
        String said = switch (what) {
            case Correction.NOT_A_CLAIM -> Desk.field(ctx, "why", 300).orElse("");
            case Correction.VOICE, Correction.STANCE ->
                words.orElseThrow(() -> Refusal.unusable(
                        "It was not said what it should be instead.",
                        "Go back and write who says it, or choose how surely."));
            default -> throw Refusal.unusable("It was not said what is wrong.", "Go back and choose one of the three.");
        };
        try {
            desk.store().corrections().add(new Correction(claim.claim().id(), what, said, desk.now()));
        } catch (IllegalArgumentException e) {
            throw Refusal.unusable(e.getMessage() + ".", "Go back and choose another.");
        }
        Changes.about(ctx, what + (said.isEmpty() ? "" : ": " + said) + ", of “" + claim.shown() + "”");
        desk.answers().onTo(ctx, "/claims/" + claim.claim().id() + "#wrong");
    }

    private void right(Context ctx) {
        StoredClaim claim = stored(Desk.named(ctx).id());
        Desk.field(ctx, "what", 40).ifPresent(what -> {
            desk.store().corrections().takeBack(claim.claim().id(), what, desk.now());
            Changes.about(ctx, what + ", of “" + claim.shown() + "”");
        });
        desk.answers().onTo(ctx, "/claims/" + claim.claim().id() + "#wrong");
    }

    private void article(Context ctx) {
        Desk.Named named = Desk.named(ctx);
        ArticleId id = new ArticleId(named.id());
        Optional<Integer> version = Optional.ofNullable(ctx.queryParam("version"))
                .filter(v -> v.matches("[0-9]{1," + VERSION_DIGITS + "}"))
                .map(Integer::parseInt);
        StoredArticle article = version.flatMap(v -> desk.store().articles().version(id, v))
                .or(() -> version.isPresent()
                        ? Optional.empty()
                        : desk.store().articles().current(id))
                .orElseThrow(() -> Refusal.unknown("article"));
        if (named.json()) {
            desk.answers()
                    .json(
                            ctx,
                            Shapes.pageOf(
                                    desk.shapes().article(article),
                                    desk.store().pages().dropped(article.kept())));
        } else {
            ArticlePage page = ArticlePage.of(article, desk.sight(), desk.words());
            desk.answers().page(ctx, "article", Card.title(article), "", page);
        }
    }

    private void story(Context ctx) {
        Desk.Named named = Desk.named(ctx);
        GroupId id = new GroupId(named.id());
        Sight sight = desk.sight();
        if (named.json()) {
            List<StoredArticle> articles = sight.story(id);
            if (articles.isEmpty()) {
                desk.answers().onTo(ctx, "/stories/" + now(id) + ".json");
                return;
            }
            ObjectNode out = desk.shapes()
                    .group(
                            id,
                            Shapes.GroupKind.STORY,
                            articles.stream().map(a -> a.id().text()).toList(),
                            List.of());
            ArrayNode list = out.putArray("articles");
            articles.forEach(article -> list.add(desk.shapes().article(article)));
            ArrayNode moves = out.putArray("moves");
            desk.store()
                    .stories()
                    .movesOf(id, MOVES)
                    .forEach(move -> moves.add(desk.shapes().move(move)));
            desk.answers().json(ctx, out);
            return;
        }
        StoryPage.of(id, sight, desk.words())
                .ifPresentOrElse(
                        story -> desk.answers().page(ctx, "story", story.headline(), "", story),
                        () -> desk.answers().onTo(ctx, "/stories/" + now(id)));
    }

    /** The story that took the place of one that ended: an old address leads on. */
    private GroupId now(GroupId ended) {
        // It was called after its first article, which is in some story still.
        return desk.store()
                .articles()
                .current(new ArticleId(ended.text()))
                .map(StoredArticle::story)
                .filter(story -> !story.equals(ended))
                .orElseThrow(() -> Refusal.unknown("story"));
    }

    private void compare(Context ctx) {
        ComparePage page = ComparePage.of(compared(ctx), ctx, desk);
        desk.answers().page(ctx, "compare", "Side by side", "compare", page);
    }

    private void compareJson(Context ctx) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        compared(ctx).forEach(comparison -> out.add(ComparisonShape.of(comparison)));
        desk.answers().json(ctx, JsonNodeFactory.instance.objectNode().set("comparisons", out));
    }

    /** What is to be set side by side: one claim, or what a search finds that others say too. */
    private List<Comparison> compared(Context ctx) {
        String claim = ctx.queryParam("claim");
        if (claim != null && !claim.isBlank()) {
            return List.of(Comparison.of(desk.store(), stored(claim)));
        }
        Address address = SearchRoutes.address(ctx);
        return address.query().isEmpty() ? new ArrayList<>() : ComparePage.searched(address, desk);
    }

    private void proposal(Context ctx) {
        Desk.Named named = Desk.named(ctx);
        StoredClaim claim = stored(named.id());
        if (claim.claim().proposal().isEmpty()) {
            throw Refusal.unknown("proposal");
        }
        if (named.json()) {
            ObjectNode out = claimObject(claim);
            out.set("comparison", ComparisonShape.of(Comparison.of(desk.store(), claim)));
            ProposalAccounts.of(desk.store(), claim).ifPresent(told -> out.set("told", ProposalShape.of(told)));
            desk.answers().json(ctx, out);
            return;
        }
        ProposalPage page = ProposalPage.of(claim, desk);
        desk.answers().page(ctx, "proposal", page.heading(), "proposals", page);
    }

    private void outlet(Context ctx) {
        Desk.Named named = Desk.named(ctx);
        Optional<OutletPage> found = OutletPage.of(named.id(), desk);
        if (found.isEmpty() && OutletsPage.areCalled(named.id(), desk)) {
            desk.answers().onTo(ctx, "/outlets");
            return;
        }
        OutletPage page = found.orElseThrow(() -> Refusal.unknown("outlet"));
        if (named.json()) {
            desk.answers().json(ctx, page.object());
        } else {
            desk.answers().page(ctx, "outlet", page.name(), "outlets", page);
        }
    }
}
