package org.hearsay.tell.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.keep.store.Stories.Move;
import org.hearsay.page.OutletNames;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Dated;
import org.hearsay.read.compare.GroupId;

/** One event: who had it first, who copied whom, and every claim once. */
record StoryPage(
        String id,
        String headline,
        String spread,
        List<Report> reports,
        List<Report> more,
        Optional<Strip> strip,
        List<Card> cards,
        int others,
        List<Turn> turns) {
    /**
     * Who reported it, each text's copies under its first telling.
     *
     * @param after how long after the first; "" if that is not known to the hour
     */
    record Report(
            String id,
            String outlet,
            String title,
            boolean copy,
            Optional<Words.When> stated,
            Words.When seen,
            String after) {}

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
    /** Beyond that the claims would be out of sight; the rest is a click away. */
    private static final int REPORTS = 12;

    static Optional<StoryPage> of(GroupId id, Sight sight, Words words) {
        List<StoredArticle> articles = sight.story(id);
        if (articles.isEmpty()) {
            return Optional.empty();
        }
        OutletNames outlets =
                OutletNames.of(articles.stream().map(StoredArticle::publisher).toList());
        Map<GroupId, List<StoredArticle>> origins = new LinkedHashMap<>();
        StoredArticle first = articles.get(0);
        List<StoredClaim> claims = new ArrayList<>();
        for (StoredArticle article : articles) {
            origins.computeIfAbsent(article.origin(), o -> new ArrayList<>()).add(article);
            claims.addAll(sight.store().claims().of(article.id()));
        }
        sight.prepare(claims);
        List<StoredClaim> best = Today.best(claims, sight::disputed, sight);
        List<Report> reports = origins.values().stream()
                .flatMap(tellings -> tellings.stream()
                        .map(article -> new Report(
                                article.id().text(),
                                outlets.name(article.publisher()),
                                Card.title(article),
                                article != tellings.get(0),
                                words.dated(article),
                                words.when(article.firstSeen()),
                                after(first, article))))
                .toList();
        int shown = reports.size() <= REPORTS + REPORTS / 2 ? reports.size() : REPORTS;
        return Optional.of(new StoryPage(
                id.text(),
                Card.title(first),
                new Sight.Spread(outlets.count(), origins.size()).words(),
                reports.subList(0, shown),
                reports.subList(shown, reports.size()),
                Strip.of(articles, origins, outlets, words),
                best.stream()
                        .limit(CARDS)
                        .map(claim -> Card.of(claim, sight, words, List.of()))
                        .toList(),
                Math.max(0, best.size() - CARDS),
                sight.store().stories().movesOf(id, TURNS).stream()
                        .map(move -> Turn.of(move, id, sight, words))
                        .toList()));
    }

    /** By what both say of themselves; when we had them says little of a first visit. */
    private static String after(StoredArticle first, StoredArticle article) {
        if (article.equals(first)) {
            return "first";
        }
        boolean timed = Stream.of(first, article)
                .allMatch(
                        told -> told.stated().filter(Dated.At.class::isInstance).isPresent());
        return timed ? Words.later(Duration.between(first.orderedAt(), article.orderedAt())) : "";
    }
}
