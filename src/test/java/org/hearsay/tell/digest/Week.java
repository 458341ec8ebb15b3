package org.hearsay.tell.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.fetch.Validators;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.Relation;

/** One day with something of every kind in it. */
final class Week {
    static final Instant FROM = Instant.parse("2026-11-23T06:00:00Z");
    static final Instant TO = FROM.plus(Duration.ofDays(1));
    static final Instant SEEN = FROM.plus(Duration.ofHours(3));
    static final Instant BEFORE = FROM.minus(Duration.ofHours(5));
    static final Occasion OCCASION = new Occasion(
            "reader@example.org",
            List.of(),
            LocalDate.of(2026, 11, 24),
            ZoneId.of("Europe/Berlin"),
            Instant.parse("2026-11-24T06:00:05Z"));

    private Week() {}

    static void fill(Store store) {
        store.inTransaction(() -> {
            write(store);
            return true;
        });
    }

    private static void write(Store store) {
        Newsdesk desk = new Newsdesk(store);
        String sixty = "China accounts for nearly 60% of global production";
        String seventy = "China accounts for about 70 per cent of global production of rare earths";
        String talks = "no negotiations were under way";
        String offer = "Moscow's proposal includes supply contracts and relief from sanctions";
        String term1 = "Fifteen-year supply contracts for 8,000 tonnes of separated oxides a year";
        String term2 = "Relief from U.S. sanctions for three Russian mining companies";
        ArticleId star = desk.article(
                "The Harbour Star",
                "Moscow offers Washington rare earths",
                "s1",
                "o1",
                SEEN,
                sixty,
                talks,
                offer,
                term1,
                term2);
        ArticleId globe = desk.article(
                "The Quayside Globe & Echo", "China's grip on the metals", "s2", "o2", SEEN.plusSeconds(60), seventy);
        ClaimId a = desk.claim(star, sixty).put("g-sixty", SEEN);
        ClaimId b = desk.claim(globe, seventy).put("g-seventy", SEEN.plusSeconds(60));
        store.claims()
                .relate(
                        a,
                        b,
                        new Relation(
                                Relation.Kind.DIFFERS,
                                0.9,
                                List.of(new Difference.Amount(
                                        new Span(0, 5), new Span(0, 5), "60 % / 70 % of global production")),
                                List.of()));
        desk.claim(star, talks)
                .named("Carla Whitfield", "State Department spokeswoman")
                .stance(Stance.ASSERTED, false)
                .put("g-talks", SEEN);
        desk.claim(star, offer)
                .unnamed("sources close to the Kremlin")
                .stance(Stance.PROPOSED, false)
                .terms(term1, term2)
                .put("g-offer", SEEN);

        String fire = "A fire stopped work at the plant on Tuesday night, injuring three workers";
        for (String outlet : List.of("The Eastvale Courier", "Port Lindsay Tribune", "Kola Dispatch")) {
            ArticleId copy =
                    desk.article(outlet, "Fire at " + outlet, "s3", "o-wire", SEEN.plusSeconds(outlet.length()), fire);
            desk.claim(copy, fire).unnamed("").put("g-fire", SEEN.plusSeconds(outlet.length()));
        }
        ArticleId ledger =
                desk.article("The Metals Ledger", "Plant fire", "s3", "o-ledger", SEEN.plusSeconds(900), fire);
        desk.claim(ledger, fire).put("g-fire", SEEN.plusSeconds(900));

        String stock = "stocks at European factories would last eleven weeks";
        ArticleId old = desk.article("The Northgate Herald", "Brussels waits", "s4", "o4", BEFORE, stock);
        desk.claim(old, stock).named("European Commission", "").put("g-stock", BEFORE);
        ArticleId again = desk.article("Pacific Business Quarterly", "Stocks", "s4", "o5", SEEN, stock);
        desk.claim(again, stock).stance(Stance.CONDITIONAL, false).put("g-stock", SEEN);

        String contract = "Kaltan Resources has signed a contract for 400 tonnes of neodymium oxide";
        ArticleId monitor = desk.article("Sanctions Monitor", "The Kaltan contract", "s5", "o6", BEFORE, contract);
        ClaimId gone = desk.claim(monitor, contract).put("g-contract", BEFORE);
        store.claims().end(gone, StoredClaim.State.WITHDRAWN, SEEN);

        String dead = "The offer has not been withdrawn";
        ArticleId tribune = desk.article("Port Lindsay Tribune", "Kremlin denies", "s1", "o7", SEEN, dead);
        desk.claim(tribune, dead)
                .named("Pavel Surin", "spokesman")
                .stance(Stance.ASSERTED, true)
                .put("g-not", SEEN);

        PageUrl feed = PageUrl.of("https://valley.example/rss.xml");
        store.feeds()
                .save(new FeedState(
                        feed,
                        feed,
                        FeedState.Status.FAILING,
                        Optional.of("Old Valley Times"),
                        9,
                        Optional.of(FROM.minus(Duration.ofDays(2))),
                        Optional.of(SEEN),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("HTTP 503: the server is over capacity"),
                        Validators.NONE));
    }
}
