package org.hearsay.tell.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hearsay.gather.feed.Feed;
import org.hearsay.gather.feed.FeedEntry;
import org.hearsay.gather.feed.FeedHealth;
import org.hearsay.gather.feed.FeedReading;
import org.hearsay.gather.feed.FeedState;
import org.hearsay.gather.feed.FeedVolume;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Findings;
import org.hearsay.read.claim.Likelihood;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Quotation;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Term;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Quantity;
import org.hearsay.read.language.Reading;
import org.junit.jupiter.api.Test;

class ShapesTest {
    private static final ObjectMapper PARSER = new ObjectMapper();
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** The emoji takes two UTF-16 units, so an offset that counted characters would be one too low. */
    private static final String TEXT =
            "📈 Terms\nMinister Ana Ruiz said the pact includes:\nabout 60.0% of ore output\nAna Ruiz left.";

    private static final Span RUIZ = at("Ana Ruiz");
    private static final Span SAID = at("said");
    private static final Span PACT = at("the pact");
    private static final Span LEAD_IN = at("Minister Ana Ruiz said the pact includes:");
    private static final Span ITEM = at("about 60.0% of ore output");
    private static final EntityId WHO = new EntityId("person:ana-ruiz");
    private static final Mention NAME = new Mention(RUIZ, NameType.PERSON, WHO);
    private static final Quantity SHARE = new Quantity(
            at("60.0%"),
            Quantity.Kind.PERCENT,
            Optional.of(new BigDecimal("60.0")),
            Optional.of(new BigDecimal("60.0")),
            "%",
            Quantity.Closeness.ABOUT,
            Optional.of(at("ore output")),
            Optional.empty());
    private static final Proposal PROPOSAL = new Proposal(
            Proposal.Act.OFFER,
            Proposal.Status.UNDER_DISCUSSION,
            List.of(PACT),
            List.of(),
            List.of(),
            List.of(),
            List.of(RUIZ),
            List.of(new Term(List.of(ITEM), Term.Kind.GIVES, List.of(SHARE))),
            Optional.of(new Likelihood(0.87, List.of("for: a figure"))));
    private static final Claim CLAIM = new Claim(
            new ClaimId("c1"),
            List.of(ITEM),
            LEAD_IN,
            List.of(RUIZ),
            List.of(SAID),
            Quotation.INDIRECT,
            List.of(
                    new Voice.Outlet("The Star"),
                    new Voice.Named("Ana Ruiz", Optional.of("Minister"), Optional.of(WHO), RUIZ)),
            Stance.PROPOSED,
            false,
            List.of(NAME),
            List.of(SHARE),
            Optional.of(PROPOSAL),
            0.93,
            "list item");
    private static final Article ARTICLE = new Article(
            new ArticleId("a1"),
            Optional.of(PageUrl.of("https://star.example/1")),
            "The Star",
            Optional.of("Terms"),
            List.of("Jo Bell"),
            Optional.of(new Dated.On(LocalDate.of(2026, 11, 23))),
            Optional.empty(),
            Optional.of("en"),
            Optional.empty(),
            TEXT,
            List.of(
                    new Block.Heading(at("📈 Terms"), 2),
                    new Block.Paragraph(LEAD_IN),
                    new Block.Item(ITEM, Optional.of(LEAD_IN)),
                    new Block.Quote(at("Ana Ruiz left."))));
    private static final Reading READING = new Reading(
            ARTICLE,
            true,
            List.of(),
            List.of(NAME),
            List.of(new Entity(WHO, "Ana Ruiz", NameType.PERSON, "Minister", List.of(RUIZ))),
            List.of(SHARE));
    private static final StoredArticle STORED = new StoredArticle(
            ARTICLE.id(),
            2,
            PageUrl.of("https://star.example/1"),
            PageUrl.of("https://star.example/rss"),
            "The Star",
            NOON,
            NOON.plusSeconds(60),
            new Extraction.Readable(ARTICLE),
            Hints.NONE,
            new Kept("x.warc.gz", 0, 10),
            new GroupId("s"),
            new GroupId("o"),
            List.of(NAME),
            List.of(SHARE),
            List.of(PROPOSAL));

    private final Shapes shapes = new Shapes();

    private static Span at(String words) {
        int start = words.equals("Ana Ruiz left.") ? TEXT.lastIndexOf(words) : TEXT.indexOf(words);
        return new Span(start, start + words.length());
    }

    @Test
    void anArticleWithAllItsPartsHasTheDocumentedShape() {
        ObjectNode out = shapes.extraction(
                "x",
                Optional.empty(),
                new Extraction.Readable(ARTICLE),
                new Findings(READING, List.of(CLAIM), List.of(PROPOSAL)));

        assertThat(Shapes.toJson(out)).isEqualTo("""
            {"id":"x","url":"https://star.example/1","status":"article","why":null,"title":"Terms","authors":["Jo Bell"],\
            "published":"2026-11-23","language":"en","text":"📈 Terms\\nMinister Ana Ruiz said the pact includes:\\nabout 60.0% \
            of ore output\\nAna Ruiz left.","blocks":[{"kind":"heading","level":2,"start":0,"end":8},{"kind":"paragraph",\
            "start":9,"end":50},{"kind":"item","start":51,"end":76,"leadIn":[9,50]},{"kind":"quote","start":77,"end":91}],\
            "names":[{"start":18,"end":26,"type":"PERSON","entity":"Ana Ruiz"}],"quantities":[{"start":57,"end":62,\
            "kind":"PERCENT","low":"60","high":"60","unit":"%","closeness":"about","of":[66,76],"when":null}],\
            "claims":[{"id":"c1","sentence":[9,50],"content":[[51,76]],"source":[[18,26]],"cue":[[27,31]],\
            "quotation":"indirect","voices":[{"kind":"outlet","name":"The Star","role":null,"span":null},{"kind":"named",\
            "name":"Ana Ruiz","role":"Minister","span":[18,26]}],"stance":"proposed","denied":false,"names":[0],\
            "quantities":[0],"proposal":0,"confidence":0.93,"rule":"list item"}],"proposals":[{"act":"offer",\
            "status":"under_discussion","trigger":[[32,40]],"proposer":[],"recipient":[],"matter":[],"reporter":[[18,26]],\
            "terms":[{"span":[[51,76]],"kind":"gives","quantities":[0]}],"confidence":0.87}]}\
            """);
    }

    @Test
    void offsetsGiveBackTheWordsInUtf16Units() {
        ObjectNode out = shapes.extraction("x", Optional.empty(), new Extraction.Readable(ARTICLE), READING);
        JsonNode name = out.at("/names/0");
        assertThat(out.get("text")
                        .asText()
                        .substring(name.get("start").asInt(), name.get("end").asInt()))
                .isEqualTo("Ana Ruiz");
        assertThat(out.get("claims")).isEmpty();
        assertThat(out.get("proposals")).isEmpty();
    }

    @Test
    void aPageThatIsNoArticleSaysWhyAndHasNoClaims() {
        ObjectNode out = shapes.extraction(
                "x",
                Optional.of(PageUrl.of("https://a.example/")),
                new Extraction.Unreadable(Extraction.Why.NOT_AN_ARTICLE, "a list of teasers"));
        assertThat(Shapes.toJson(out))
                .isEqualTo("{\"id\":\"x\",\"url\":\"https://a.example/\",\"status\":\"not-article\",\"why\":\"a list of"
                        + " teasers\",\"title\":null,\"authors\":[],\"published\":null,\"language\":null,\"text\":null,"
                        + "\"blocks\":[],\"names\":[],\"quantities\":[],\"claims\":[],\"proposals\":[]}");
    }

    @Test
    void everyReasonForBeingNoArticleHasItsWord() {
        assertThat(java.util.Arrays.stream(Extraction.Why.values())
                        .map(why -> Shapes.status(new Extraction.Unreadable(why, ""))))
                .containsExactly("consent", "paywall", "empty", "not-article", "unreadable");
    }

    @Test
    void aNameWhoseEntityIsUnknownHasNone() {
        Reading bare = new Reading(ARTICLE, true, List.of(), List.of(NAME), List.of(), List.of());
        assertThat(shapes.extraction("x", Optional.empty(), new Extraction.Readable(ARTICLE), bare)
                        .at("/names/0/entity")
                        .isNull())
                .isTrue();
    }

    @Test
    void aStoredClaimCanBeReadAlone() {
        StoredClaim claim = new StoredClaim(
                CLAIM,
                ARTICLE.id(),
                2,
                STORED.url(),
                "The Star",
                "about 60.0% of ore output",
                "The sentence.",
                new GroupId("g"),
                NOON,
                StoredClaim.State.WITHDRAWN,
                Optional.of(NOON.plusSeconds(60)));
        ObjectNode out = shapes.claim(claim, STORED);
        assertThat(out.get("article").asText()).isEqualTo("a1");
        assertThat(out.get("text").asText()).isEqualTo("about 60.0% of ore output");
        assertThat(out.get("group").asText()).isEqualTo("g");
        assertThat(out.get("firstSeen").asText()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(out.get("state").asText()).isEqualTo("withdrawn");
        assertThat(out.at("/names/0").asInt()).isZero();
        assertThat(out.get("proposal").asInt()).isZero();
    }

    @Test
    void aStoredArticleCarriesWhatItsClaimsPointInto() {
        ObjectNode out = shapes.article(STORED);
        assertThat(out.fieldNames())
                .toIterable()
                .containsSubsequence(
                        "id",
                        "url",
                        "feed",
                        "outlet",
                        "title",
                        "published",
                        "fetched",
                        "version",
                        "status",
                        "story",
                        "origin",
                        "text");
        assertThat(out.at("/names/0/entity").asText()).isEqualTo("Ana Ruiz");
        assertThat(out.at("/proposals/0/terms/0/quantities/0").asInt()).isZero();
        assertThat(out.get("version").asInt()).isEqualTo(2);
    }

    @Test
    void aFeedThatWasNeverVisitedHasNullsForWhatIsNotKnown() {
        FeedState fresh = FeedState.fresh(
                new Feed(PageUrl.of("https://a.example/rss"), Optional.empty(), Optional.empty(), List.of(), false));
        assertThat(Shapes.toJson(
                        shapes.feed(fresh, FeedHealth.of(fresh, false, FeedVolume.NONE, Instant.EPOCH), Instant.EPOCH)))
                .startsWith(
                        "{\"url\":\"https://a.example/rss\",\"address\":\"https://a.example/rss\",\"status\":\"new\","
                                + "\"failures\":0,\"lastSuccess\":null,\"nextVisit\":null,\"lastProblem\":null");
    }

    @Test
    void aFeedReadHasItsEntries() {
        FeedEntry entry = new FeedEntry(
                "k",
                Optional.empty(),
                Optional.of(PageUrl.of("https://a.example/1")),
                Optional.of("One"),
                Optional.empty(),
                List.of("Jo Bell"),
                Optional.of(NOON),
                Optional.empty());
        ObjectNode out = shapes.feedReading(
                "f",
                new FeedReading.Readable(
                        FeedReading.Format.RDF,
                        Optional.of("A"),
                        Optional.empty(),
                        List.of(entry),
                        "strict",
                        List.of()));
        assertThat(Shapes.toJson(out))
                .isEqualTo(
                        "{\"id\":\"f\",\"ok\":true,\"problem\":null,\"format\":\"rdf\",\"title\":\"A\",\"stage\":\"strict\","
                                + "\"pace\":{\"every\":null,\"skipHours\":[],\"skipDays\":[]},\"entries\":[{\"title\":\"One\",\"link\":\"https://a.example/1\",\"id\":null,\"published\":\"2026-11-23T12:00:00Z\",\"updated\":null,\"authors\":[\"Jo"
                                + " Bell\"],\"summary\":null,\"titleText\":\"One\",\"zoneAssumed\":false,\"future\":false}]}");
    }

    @Test
    void aBodyThatIsNoFeedSaysWhatItIs() {
        assertThat(Shapes.toJson(shapes.feedReading("f", new FeedReading.Unreadable("an HTML page"))))
                .startsWith("{\"id\":\"f\",\"ok\":false,\"problem\":\"an HTML page\",\"format\":null");
    }

    @Test
    void aDifferenceNamesItsSlotAndBothPlaces() {
        Relation relation = new Relation(
                Relation.Kind.DIFFERS,
                0.8,
                List.of(
                        new Difference.Amount(new Span(1, 2), new Span(3, 4), "60 % / 70 %"),
                        new Difference.OfTerm(Optional.of(new Span(5, 6)), Optional.empty(), "only the first has it")),
                List.of("same thing measured"));
        assertThat(Shapes.toJson(shapes.relation("p", relation)))
                .isEqualTo("{\"id\":\"p\",\"relation\":\"differs\",\"score\":0.8,\"why\":[\"same thing"
                        + " measured\"],\"differences\":[{\"slot\":\"amount\",\"first\":[1,2],\"second\":[3,4],\"words\":\"60"
                        + " % / 70 %\"},{\"slot\":\"term\",\"first\":[5,6],\"second\":null,\"words\":\"only the"
                        + " first has it\"}]}");
    }

    @Test
    void aPageOfHitsTellsHowTheQueryWasUnderstood() {
        TreeMap<String, java.util.SortedMap<String, Integer>> facets = new TreeMap<>();
        facets.put("outlet", new TreeMap<>(java.util.Map.of("The Star", 2)));
        ObjectNode out = shapes.hits(
                2,
                List.of(),
                facets,
                Optional.of("/search.json?q=a&page=2"),
                new Query("a (", "a", Optional.of(new Query.Oddity(2, "a parenthesis that is not closed"))));
        assertThat(Shapes.toJson(out))
                .isEqualTo("{\"total\":2,\"hits\":[],\"facets\":{\"outlet\":{\"The Star\":2}},"
                        + "\"next\":\"/search.json?q=a&page=2\",\"understood\":\"a\","
                        + "\"oddity\":\"a parenthesis that is not closed\"}");
    }

    @Test
    void numbersArePlainDecimals() {
        assertThat(Parts.plain(new BigDecimal("6E+1"))).isEqualTo("60");
        assertThat(Parts.plain(new BigDecimal("1500000.00"))).isEqualTo("1500000");
        assertThat(Parts.plain(new BigDecimal("0.50"))).isEqualTo("0.5");
        assertThat(Parts.plain(new BigDecimal("0E-9"))).isEqualTo("0");
        assertThat(Parts.plain(new BigDecimal("-3"))).isEqualTo("-3");
    }

    @Test
    void everyTextLeavesAsOneLineOfValidUtf8() throws Exception {
        String nasty = "a\u2028b\u0085c\u0000d\ud800e\udc00\ud83d\ude00\n\u001b[31m\"\\";
        String line = Shapes.toLine(TextNode.valueOf(nasty));
        assertThat(line).endsWith("\n");
        assertThat(line.strip().chars()).noneMatch(c -> c < 0x20 || c >= 0x7f && c <= 0x9f || c == 0x2028);
        byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(utf8, StandardCharsets.UTF_8)).isEqualTo(line);
        assertThat(PARSER.readTree(utf8).asText()).isEqualTo(nasty);
    }

    @Property(tries = 300)
    void anyTextComesBackFromItsLine(@ForAll String text) throws Exception {
        byte[] utf8 = Shapes.toLine(TextNode.valueOf(text)).getBytes(StandardCharsets.UTF_8);
        assertThat(PARSER.readTree(utf8).asText()).isEqualTo(text);
    }
}
