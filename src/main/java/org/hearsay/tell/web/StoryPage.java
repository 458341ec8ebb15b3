package org.hearsay.tell.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.keep.store.Stories.Move;
import org.hearsay.page.OutletNames;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.compare.GroupId;

/** One event: who had it first, who copied whom, and every claim once. */
record StoryPage(
        String id,
        String headline,
        String spread,
        List<Origin> origins,
        Optional<Strip> strip,
        List<Card> cards,
        int more,
        List<Turn> turns) {
    /** A text and the outlets that carry it; the first of them had it first. */
    record Origin(List<Report> reports) {}

    record Report(String id, String outlet, String title, Optional<Words.When> stated, Words.When seen) {}

    /** What became of the story: how it is told, with the other story in its middle. */
    record Turn(String words, String other, String headline, Words.When when, String why) {
        static Turn of(Move move, GroupId seen, Sight sight, Words words) {
            boolean came = move.into().equals(seen);
            GroupId other = came ? move.from() : move.into();
            String reports = Words.count(move.articles(), "report");
            String told = switch (move.kind()) {
                case JOINED -> came ? "Joined with " + reports + " of" : "Joined with";
                case SPLIT -> came ? "Split from" : reports + " split off into";
            };
            // A story bears the name of its first article, wherever that is now.
            Optional<StoredArticle> first = sight.article(new ArticleId(other.text()));
            String story = first.map(article -> article.story().text()).orElse(other.text());
            return new Turn(
                    told, story, first.map(Card::title).orElse("another story"), words.when(move.at()), move.why());
        }
    }

    /** The last of them tell how it came to be what it is. */
    private static final int TURNS = 5;
    /** What a page can hold and a person will read; search has the rest. */
    private static final int CARDS = 60;

    static Optional<StoryPage> of(GroupId id, Sight sight, Words words) {
        List<StoredArticle> articles = sight.story(id);
        if (articles.isEmpty()) {
            return Optional.empty();
        }
        OutletNames outlets =
                OutletNames.of(articles.stream().map(StoredArticle::publisher).toList());
        Map<GroupId, List<Report>> origins = new LinkedHashMap<>();
        List<StoredClaim> claims = new ArrayList<>();
        for (StoredArticle article : articles) {
            origins.computeIfAbsent(article.origin(), o -> new ArrayList<>())
                    .add(new Report(
                            article.id().text(),
                            outlets.name(article.publisher()),
                            Card.title(article),
                            words.dated(article),
                            words.when(article.firstSeen())));
            claims.addAll(sight.store().claims().of(article.id()));
        }
        sight.prepare(claims);
        List<StoredClaim> best = Today.best(claims, sight::disputed, sight);
        return Optional.of(new StoryPage(
                id.text(),
                Card.title(articles.get(0)),
                new Sight.Spread(outlets.count(), origins.size()).words(),
                origins.values().stream().map(Origin::new).toList(),
                Strip.of(articles, words),
                best.stream()
                        .limit(CARDS)
                        .map(claim -> Card.of(claim, sight, words, List.of()))
                        .toList(),
                Math.max(0, best.size() - CARDS),
                sight.store().stories().movesOf(id, TURNS).stream()
                        .map(move -> Turn.of(move, id, sight, words))
                        .toList()));
    }
}
