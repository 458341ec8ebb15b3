package org.hearsay.tell.web;

import java.nio.file.Path;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.language.NameType;

/** A week of an invented quarrel over lithium, with what every page of the site has to be able to show. */
final class Newsstand implements AutoCloseable {
    final Exhibit exhibit;
    final ClaimId share60;
    final ClaimId share70;
    final ClaimId offer;
    final ClaimId denial;
    final ClaimId hostile;
    final ClaimId withdrawn;
    final ArticleId star;
    final ArticleId consent;
    final ArticleId edited;

    static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&lt; \u202egnissim\u202c";

    Newsstand(Path folder) {
        exhibit = new Exhibit(folder);

        Exhibit.Draft first = exhibit.article("The Star", "lithium", "Altania offers its lithium to the Union")
                .story("lithium")
                .on("2026-11-25T09:00:00Z")
                .line("Altania, which holds nearly 60% of known lithium brine, has opened talks with the Union.")
                .line("# What is on the table")
                .line("According to people briefed on the talks, the offer from Altania to the Union includes:")
                .line("- supply contracts at fixed prices for ten years.")
                .line("- two joint ventures in the salt flats.")
                .line("- an exemption from the Union’s carbon tariff.")
                .line("If the Union agreed, prices could fall by a fifth, traders said.")
                .line("“We have made no such offer,” said Ana Ruiz, the minister for mines. She expects talks to go"
                        + " on.")
                .naming("Altania", NameType.LOCATION, "location:altania")
                .naming("the Union", NameType.ORGANIZATION, "organization:union")
                .naming("Ana Ruiz", NameType.PERSON, "person:ana-ruiz");
        Saying s60 = first.says("Altania, which holds nearly 60% of known lithium brine")
                .share("60%", "60", "60", "known lithium brine")
                .group("g60");
        Saying sOffer = first.says("supply contracts at fixed prices for ten years")
                .sentence("According to people briefed on the talks, the offer from Altania to the Union includes:\n"
                        + "supply contracts at fixed prices for ten years.")
                .byUnnamed("people briefed on the talks")
                .stance(Stance.PROPOSED)
                .offer(
                        "offer",
                        "Altania",
                        "the Union",
                        "supply contracts at fixed prices for ten years",
                        "two joint ventures in the salt flats",
                        "an exemption from the Union’s carbon tariff");
        first.says("prices could fall by a fifth").byUnnamed("traders").stance(Stance.CONDITIONAL);
        Saying sDenial = first.says("We have made no such offer")
                .sentence("“We have made no such offer,” said Ana Ruiz, the minister for mines.")
                .by("Ana Ruiz", "minister for mines")
                .denied();
        first.says("talks to go on")
                .sentence("She expects talks to go on.")
                .byPronoun("She")
                .stance(Stance.FORECAST);
        star = first.put();
        share60 = s60.id();
        offer = sOffer.id();
        denial = sDenial.id();

        ClaimId[] copies = new ClaimId[3];
        String[] outlets = {"Evening Courier", "Valley Post", "Harbour Gazette"};
        for (int i = 0; i < outlets.length; i++) {
            Exhibit.Draft copy = exhibit.article(outlets[i], "wire-" + i, "Altania holds 60 percent of lithium brine")
                    .story("lithium")
                    .origin("wire")
                    .on("2026-11-25T1" + i + ":30:00Z")
                    .line("Altania holds about 60 percent of known lithium brine, the Mining Institute says.");
            Saying same = copy.says("Altania holds about 60 percent of known lithium brine")
                    .by("Mining Institute", "research body")
                    .share("60 percent", "60", "60", "known lithium brine")
                    .group("g60");
            copy.put();
            copies[i] = same.id();
            exhibit.same(share60, same.id());
        }
        Exhibit.Draft other = exhibit.article("The Ledger", "brine", "How much lithium Altania really has")
                .story("lithium")
                .on("2026-11-26T08:00:00Z")
                .line("Altania controls 70% of known lithium brine, according to its geological survey.")
                .naming("Altania", NameType.LOCATION, "location:altania");
        Saying s70 = other.says("Altania controls 70% of known lithium brine")
                .by("geological survey", "agency")
                .share("70%", "70", "70", "known lithium brine");
        other.put();
        share70 = s70.id();
        exhibit.differ(s60, "60%", s70, "70%", "60 % / 70 % of known lithium brine");
        Exhibit.Draft range = exhibit.article("Globe Review", "range", "Brine estimates diverge")
                .story("lithium")
                .on("2026-11-26T09:00:00Z")
                .line("Estimates put Altania at 52 to 58% of known lithium brine, some geologists say.");
        Saying sRange = range.says("Altania at 52 to 58% of known lithium brine")
                .byUnnamed("some geologists")
                .stance(Stance.POSSIBLE)
                .share("52 to 58%", "52", "58", "known lithium brine");
        range.put();
        exhibit.differ(s60, "60%", sRange, "52 to 58%", "60 % / 52 to 58 % of known lithium brine");
        exhibit.differ(s70, "70%", sRange, "52 to 58%", "70 % / 52 to 58 % of known lithium brine");

        Exhibit.Draft says = exhibit.article("The Monitor", "offer", "Union confirms Altanian offer")
                .story("lithium")
                .on("2026-11-26T10:00:00Z")
                .line("Altania has made a formal offer, the Union’s trade office confirmed on Thursday.")
                .naming("Altania", NameType.ORGANIZATION, "organization:republic-of-altania");
        Saying sMade = says.says("Altania has made a formal offer").by("trade office", "Union body");
        says.put();
        exhibit.contradict(sDenial, "no such offer", sMade, "has made a formal offer", "denied / said as fact");

        exhibit.article("Pacific Tribune", "ferries", "Ferry line to reopen in spring")
                .on("2026-11-24T10:00:00Z")
                .line("The ferry line between the two ports will reopen in April, its operator said.")
                .put();
        Exhibit.Draft ferry = exhibit.article("Pacific Tribune", "ferries2", "Two more ferries planned")
                .seen("2026-11-24T11:00:00Z")
                .line("The operator plans to buy two more ferries.");
        ferry.says("to buy two more ferries").stance(Stance.PLANNED).by("The operator", "company");
        ferry.put();

        Exhibit.Draft nasty = exhibit.article("<b>Bad</b> & \"Co\"", "hostile", HOSTILE)
                .on("2026-11-23T10:00:00Z")
                .line("It said " + HOSTILE + " and no more.");
        Saying sHostile = nasty.says(HOSTILE).byUnnamed("It said");
        nasty.put();
        hostile = sHostile.id();

        Exhibit.Draft before = exhibit.article("The Herald", "toll", "Bridge toll to rise")
                .on("2026-11-22T10:00:00Z")
                .line("The bridge toll will rise by 40%, the city said.");
        Saying old = before.says("The bridge toll will rise by 40%")
                .by("the city", "authority")
                .stance(Stance.FORECAST)
                .share("40%", "40", "40", "bridge toll");
        before.put();
        withdrawn = old.id();
        Exhibit.Draft after = exhibit.article("The Herald", "toll", "Bridge toll under review")
                .version(2)
                .on("2026-11-22T10:00:00Z")
                .seen("2026-11-26T11:00:00Z")
                .line("The city is reviewing the bridge toll.");
        after.says("The city is reviewing the bridge toll");
        edited = after.put();
        exhibit.store.claims().end(withdrawn, StoredClaim.State.WITHDRAWN, Exhibit.NOW.minusSeconds(14_400));

        consent = exhibit.article("Rundschau", "wall", "Behind a wall")
                .on("2026-11-21T10:00:00Z")
                .no(Extraction.Why.CONSENT, "“We value your privacy” and two buttons")
                .put();
        exhibit.indexAll();

        Feed starFeed = exhibit.feed("The Star", "https://star.example/rss", false);
        exhibit.fares(starFeed, FeedState.Status.FINE, 0, "");
        exhibit.carried(starFeed, 40);
        exhibit.fares(
                exhibit.feed(
                        "The Ledger",
                        "https://ledger.example/a/rather/long/address/of/a/feed/that/must/wrap/somewhere.xml",
                        false),
                FeedState.Status.FAILING,
                4,
                "HTTP 503, asked to wait");
        exhibit.fares(
                exhibit.feed("Evening Courier", "https://courier.example/atom", false), FeedState.Status.MOVED, 0, "");
        exhibit.fares(
                exhibit.feed("Old Times", "https://old.example/rss", false), FeedState.Status.GONE, 1, "HTTP 410");
        exhibit.feed("Quarterly", "https://quarterly.example/feed", true);
        exhibit.feed("<i>New</i> feed", "https://unseen.example/feed", false);
    }

    @Override
    public void close() {
        exhibit.close();
    }
}
