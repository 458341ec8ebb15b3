package org.hearsay.keep.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.hearsay.keep.index.IndexedArticle.IndexedClaim;
import org.hearsay.page.Outlet;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.Quantity;
import org.hearsay.read.language.SentenceVectors;

/** An article and its claims as documents of the index: one for each claim, one for the article. */
final class Documents {
    /** Raised whenever a field changes its name or meaning; an index of another mapping is built anew. */
    static final String MAPPING = "10";

    static final String DOC = "doc";
    static final String ID = "id";
    static final String ARTICLE = "article";
    static final String TEXT = "text";
    static final String TITLE = "title";
    static final String EXACT = ".exact";
    /** Stored, for marking what was found: a claim's sentence, an article's title. */
    static final String SHOWN = "shown";

    /** Words of a proposal's terms. */
    static final String TERM = "term";

    static final String WHEN = "when";
    static final String FACET = "facet.";
    /** Second since 1970 at which a claim was first seen. */
    static final String SEEN = "first-seen";
    /** Unit, lower and upper bound of each quantity. */
    static final String FIGURE = "figure";
    /** Where its meaning lies, of a claim; only where vectors are at hand. */
    static final String MEANING = "meaning";
    /** Of an article whose claims have no meaning yet. */
    static final String MEANING_DUE = "meaning-due";
    /** What several say alike, and whose text it is, as numbers: there are as many as claims. */
    static final String FOLD = "fold";

    static final String SOURCE_TEXT = "source-text";
    /** The values of {@link Traits}, as bits. */
    static final String TRAITS = "traits";

    /** Lucene's own bound for a term that is not analysed; longer keys are no keys of ours. */
    private static final int MAX_KEY_CHARS = 8_191;
    /** No number that anybody would look for is longer, and the plain form of 1E999999999 would fill memory. */
    private static final int MAX_DIGITS = 40;

    /** The years 1 and 9999: what a page states beyond them is a mistake. */
    static final long MIN_SECOND = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();

    static final long MAX_SECOND = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

    private Documents() {}

    /**
     * @param vectors absent where what claims mean is left for later
     * @param known what some of them mean, by their ids
     */
    static List<Document> of(IndexedArticle article, Optional<SentenceVectors> vectors, Map<String, byte[]> known) {
        List<Document> all = new ArrayList<>();
        Document whole = new Document();
        long traits = 0;
        Map<String, byte[]> points = vectors.map(v -> points(article, v, known)).orElse(known);
        boolean due = vectors.isEmpty() && !article.claims().stream().allMatch(claim -> known.containsKey(idOf(claim)));
        for (IndexedClaim claim : article.claims()) {
            Document document = new Document();
            common(document, article, claim.firstSeen());
            key(document, DOC, "claim");
            identity(document, idOf(claim));
            key(document, "group", claim.group());
            fold(document, claim.group());
            document.add(new StoredField(SHOWN, claim.sentence()));
            text(document, TEXT, bodyOf(claim));
            Optional.ofNullable(points.get(idOf(claim)))
                    .ifPresent(point ->
                            document.add(new KnnByteVectorField(MEANING, point, VectorSimilarityFunction.COSINE)));
            long own = about(document, claim.claim(), article.text());
            document.add(new NumericDocValuesField(TRAITS, own));
            traits |= own;
            about(whole, claim.claim(), article.text());
            key(whole, "group", claim.group());
            all.add(document);
        }
        common(whole, article, article.firstSeen());
        key(whole, DOC, "article");
        identity(whole, article.id().text());
        whole.add(new StoredField(SHOWN, article.title().orElse("")));
        article.summary().ifPresent(summary -> text(whole, TEXT, summary));
        // A phrase does not run from one line of a text into the next.
        article.text().lines().forEach(line -> text(whole, TEXT, line));
        if (due) {
            key(whole, MEANING_DUE, "yes");
        }
        whole.add(new NumericDocValuesField(TRAITS, traits));
        fold(whole, article.origin());
        // The last of its block: so the engine knows which claims are an article's.
        all.add(whole);
        return all;
    }

    /**
     * What each claim means, by its id. By far the most work of all this, and done when nothing else is to do: so on all
     * processors.
     */
    private static Map<String, byte[]> points(
            IndexedArticle article, SentenceVectors vectors, Map<String, byte[]> known) {
        List<IndexedClaim> unknown = article.claims().stream()
                .filter(claim -> !known.containsKey(idOf(claim)))
                .toList();
        if (unknown.isEmpty()) {
            return known;
        }
        Map<String, byte[]> points = new ConcurrentHashMap<>(known);
        Function<String, Optional<byte[]>> meaning = Meaning.beside(article.title(), vectors);
        unknown.parallelStream()
                .forEach(claim -> meaning.apply(claim.words()).ifPresent(point -> points.put(idOf(claim), point)));
        return points;
    }

    private static String idOf(IndexedClaim claim) {
        return claim.claim().id().text();
    }

    /** The sentence, the words where it does not hold them, and who speaks, who may be a mere "he" in it. */
    private static String bodyOf(IndexedClaim claim) {
        StringBuilder body = new StringBuilder(claim.sentence());
        if (!claim.sentence().contains(claim.words()) && claim.claim().content().size() == 1) {
            body.append('\n').append(claim.words());
        }
        for (Voice voice : claim.claim().voices()) {
            if (voice instanceof Voice.Named named && !claim.sentence().contains(named.name())) {
                body.append('\n').append(named.name());
            }
        }
        return body.toString();
    }

    private static void identity(Document document, String id) {
        key(document, ID, id);
        document.add(new StoredField(ID, id));
        document.add(new SortedDocValuesField(ID, new BytesRef(id)));
    }

    private static void common(Document document, IndexedArticle article, Instant firstSeen) {
        key(document, ARTICLE, article.id().text());
        document.add(new StoredField(ARTICLE, article.id().text()));
        article.title().ifPresent(title -> text(document, TITLE, title));
        Outlet outlet = Outlet.of(article.outlet(), article.url());
        Stream.of(outlet.name(), outlet.full())
                .distinct()
                .forEach(name -> document.add(new TextField(OutletFacet.NAME, name, Field.Store.NO)));
        facet(document, OutletFacet.NAME, OutletFacet.value(outlet));
        Set<String> places = new TreeSet<>();
        places(article.url(), places);
        places(article.feed(), places);
        places.forEach(place -> key(document, "in", place));
        article.language().ifPresent(language -> key(document, "lang", language.toLowerCase(Locale.ROOT)));
        key(document, "story", article.story());
        facet(document, "story", article.story());
        key(document, "origin", article.origin());
        document.add(new NumericDocValuesField(SOURCE_TEXT, number(article.origin())));
        // Nothing is published after it was seen: such a date is a mistake of the page's.
        Instant when = article.published().filter(p -> p.isBefore(firstSeen)).orElse(firstSeen);
        day(document, WHEN, when);
        day(document, SEEN, firstSeen);
    }

    private static void day(Document document, String field, Instant when) {
        long second = Math.clamp(when.getEpochSecond(), MIN_SECOND, MAX_SECOND);
        document.add(new LongPoint(field, second));
        document.add(new NumericDocValuesField(field, second));
    }

    /** The same on every machine; two that are the same by chance are folded by mistake once in a few thousand years. */
    static long number(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        // FNV-1a, and the finish of MurmurHash3, since its low bits alone are poor.
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }

    /** An address, its host with and without a port, and the domains above it. */
    private static void places(PageUrl url, Set<String> into) {
        into.add(url.text());
        into.add(url.host().authority());
        String host = url.host().name();
        into.add(host);
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            into.add(host.substring(dot + 1));
        }
    }

    /** @return its traits */
    private static long about(Document document, Claim claim, String text) {
        long traits = Traits.of(claim);
        for (Traits.Trait trait : Traits.ALL) {
            if ((traits & trait.bit()) != 0) {
                key(document, trait.field(), trait.value());
            }
        }
        if (claim.proposal().filter(p -> !p.terms().isEmpty()).isPresent()) {
            key(document, "has", "term");
        }
        Set<String> sources = new LinkedHashSet<>();
        for (Voice voice : claim.voices()) {
            switch (voice) {
                case Voice.Outlet outlet -> {
                    // A claim of the outlet's own is the outlet speaking; a relayed one is found by outlet:.
                    if (claim.voices().size() == 1) {
                        sources.add(outlet.name());
                    }
                }
                case Voice.Named named -> {
                    sources.add(named.name());
                    named.role().ifPresent(sources::add);
                }
                case Voice.Unnamed unnamed -> sources.add(unnamed.description());
                case Voice.Unresolved unresolved -> sources.add(unresolved.words());
            }
        }
        claim.source().forEach(span -> words(span, text).ifPresent(sources::add));
        sources.forEach(source -> document.add(new TextField("source", source, Field.Store.NO)));
        if (claim.speaker() instanceof Voice.Named named) {
            facet(document, "voice", named.name());
            key(document, "speaker", EntityId.slug(named.name()));
            named.entity().ifPresent(entity -> {
                key(document, "speaker", entity.text());
                key(document, "speaker", nameOf(entity));
            });
        }
        Set<String> names = new LinkedHashSet<>();
        Set<EntityId> entities = new LinkedHashSet<>();
        for (Mention mention : claim.names()) {
            words(mention.span(), text).ifPresent(names::add);
            names.add(nameOf(mention.entity()).replace('-', ' '));
            entities.add(mention.entity());
        }
        if (claim.speaker() instanceof Voice.Named named) {
            named.entity().ifPresent(entities::add);
        }
        for (EntityId entity : entities) {
            key(document, "entity", entity.text());
            key(document, "entity", nameOf(entity));
            facet(document, "entity", entity.text());
        }
        names.forEach(name -> document.add(new TextField("about", name, Field.Store.NO)));
        claim.proposal()
                .ifPresent(proposal -> proposal.terms().stream()
                        .flatMap(term -> term.spans().stream())
                        .forEach(span -> words(span, text).ifPresent(term -> text(document, TERM, term))));
        if (!claim.names().isEmpty()) {
            key(document, "has", "name");
        }
        Set<String> figures = new TreeSet<>();
        Set<String> units = new TreeSet<>();
        for (Quantity quantity : claim.quantities()) {
            figures(quantity, figures);
            units.add(quantity.unit().toLowerCase(Locale.ROOT));
            document.add(new DoublePoint(
                    FIGURE,
                    unit(quantity.unit()),
                    quantity.low().map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY),
                    quantity.high().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY)));
        }
        figures.forEach(figure -> key(document, "quantity", figure));
        units.forEach(unit -> key(document, "unit", unit));
        if (!units.isEmpty()) {
            key(document, "has", "quantity");
        }
        return traits;
    }

    private static String nameOf(EntityId id) {
        return id.text().substring(id.text().indexOf(':') + 1);
    }

    /** A unit as a number, so that it can stand in a point beside its bounds. */
    static double unit(String unit) {
        return (int) number(unit.toLowerCase(Locale.ROOT));
    }

    /** The unit, each bound, and each bound with the unit. */
    private static void figures(Quantity quantity, Set<String> into) {
        String unit = quantity.unit().toLowerCase(Locale.ROOT);
        into.add(unit);
        for (BigDecimal bound : List.of(quantity.low(), quantity.high()).stream()
                .flatMap(java.util.Optional::stream)
                .toList()) {
            BigDecimal short_ = bound.stripTrailingZeros();
            if ((long) short_.precision() + Math.abs((long) short_.scale()) <= MAX_DIGITS) {
                into.add(short_.toPlainString());
                if (!unit.equals("1")) {
                    into.add(short_.toPlainString() + unit);
                }
            }
        }
    }

    /** Empty where the article is no longer the one that the claim points into. */
    private static java.util.Optional<String> words(Span span, String text) {
        return span.end() <= text.length() ? java.util.Optional.of(span.of(text)) : java.util.Optional.empty();
    }

    private static void text(Document document, String field, String words) {
        document.add(new TextField(field, words, Field.Store.NO));
        document.add(new TextField(field + EXACT, words, Field.Store.NO));
    }

    private static void fold(Document document, String name) {
        document.add(new LongPoint(FOLD, number(name)));
        document.add(new NumericDocValuesField(FOLD, number(name)));
    }

    private static void key(Document document, String field, String value) {
        if (value.length() <= MAX_KEY_CHARS) {
            document.add(new StringField(field, value, Field.Store.NO));
        }
    }

    private static void facet(Document document, String field, String value) {
        if (value.length() <= MAX_KEY_CHARS) {
            document.add(new SortedSetDocValuesField(FACET + field, new BytesRef(value)));
        }
    }
}
