package org.hearsay.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hearsay.keep.index.IndexedArticle;
import org.hearsay.keep.index.IndexedArticle.IndexedClaim;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Quotation;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Term;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;
import org.hearsay.read.language.Quantity;

/**
 * Plausible articles, the same for the same seed: words as frequent as words are (Zipf), eight claims an article, some two
 * hundred outlets, a tenth of the texts copied, half of the claims said by somebody named, a fifth with a figure, a
 * fortieth a proposal.
 */
final class ClaimSample {
    private static final int CLAIMS_AN_ARTICLE = 8;
    private static final int WORDS = 30_000;
    private static final int OUTLETS = 200;
    private static final int PEOPLE = 4_000;
    private static final String[] STARTS = {
        "con", "re", "de", "pro", "min", "sup", "trans", "sanc", "eco", "fed", "gov", "lith", "ener", "fin", "trade"
    };
    private static final String[] MIDDLES = {"tra", "li", "por", "ne", "ti", "ver", "ma", "so", "ga", "ru", "pe", "di"};
    private static final String[] ENDS = {"ction", "ment", "ce", "ry", "nt", "ls", "ted", "ing", "ies", "al", "um", "er"
    };

    private final Random random;
    private final String[] words = new String[WORDS];
    private final String[] people = new String[PEOPLE];
    private int made;

    ClaimSample(long seed) {
        random = new Random(seed);
        for (int i = 0; i < WORDS; i++) {
            words[i] = STARTS[i % STARTS.length]
                    + MIDDLES[i / STARTS.length % MIDDLES.length]
                    + ENDS[i / (STARTS.length * MIDDLES.length) % ENDS.length]
                    + (i < STARTS.length * MIDDLES.length * ENDS.length
                            ? ""
                            : Integer.toString(i, 26).replaceAll("\\d", "x"));
        }
        for (int i = 0; i < PEOPLE; i++) {
            people[i] = name(words[(i * 7 + 11) % 3_000]) + " " + name(words[(i * 13 + 5) % WORDS]);
        }
    }

    private static String name(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    /** The word of this rank, the most frequent first. */
    String word(int rank) {
        return words[rank];
    }

    String person(int rank) {
        return people[rank];
    }

    private int zipf(int most) {
        return (int) Math.min(most - 1, Math.pow(most, random.nextDouble()) - 1);
    }

    IndexedArticle next() {
        int number = made++;
        Instant seen = Instant.parse("2026-11-26T00:00:00Z").minusSeconds((long) (random.nextDouble() * 63_000_000));
        String outlet = "Outlet " + zipf(OUTLETS);
        PageUrl url = PageUrl.of("https://site" + zipf(OUTLETS) + ".example.org/" + number);
        StringBuilder text = new StringBuilder();
        List<IndexedClaim> claims = new ArrayList<>();
        String origin = random.nextInt(10) == 0 ? "o" + random.nextInt(number / 2 + 1) : "o" + number;
        for (int i = 0; i < CLAIMS_AN_ARTICLE; i++) {
            claims.add(claim(number, i, outlet, seen, text));
        }
        return new IndexedArticle(
                ArticleId.of(url),
                url,
                PageUrl.of("https://" + url.host() + "/feed"),
                outlet,
                Optional.of(name(sentence(7))),
                Optional.empty(),
                text.toString(),
                Optional.of("en"),
                seen,
                Optional.of(seen.minusSeconds(3_600)),
                "s" + number / 3,
                origin,
                claims);
    }

    private String sentence(int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.append(i == 0 ? "" : " ").append(words[zipf(WORDS)]);
        }
        return out.toString();
    }

    private IndexedClaim claim(int article, int place, String outlet, Instant seen, StringBuilder text) {
        int start = text.length() + (text.isEmpty() ? 0 : 1);
        text.append(text.isEmpty() ? "" : "\n");
        String who = people[zipf(PEOPLE)];
        boolean named = random.nextBoolean();
        boolean figure = random.nextInt(5) == 0;
        text.append(name(sentence(10 + random.nextInt(10))));
        List<Quantity> quantities = new ArrayList<>();
        if (figure) {
            int from = text.length() + 1;
            int percent = random.nextInt(100);
            text.append(' ').append(percent).append('%');
            Optional<BigDecimal> value = Optional.of(BigDecimal.valueOf(percent));
            quantities.add(new Quantity(
                    new Span(from, text.length()),
                    Quantity.Kind.PERCENT,
                    value,
                    value,
                    "%",
                    Quantity.Closeness.EXACT,
                    Optional.empty(),
                    Optional.empty()));
        }
        int contentEnd = text.length();
        text.append(named ? ", said " : ", though ");
        Span name = new Span(text.length(), text.length() + who.length());
        text.append(who).append('.');
        Span sentence = new Span(start, text.length());
        List<Voice> voices = new ArrayList<>(List.of(new Voice.Outlet(outlet)));
        if (named) {
            voices.add(new Voice.Named(who, Optional.of("minister"), Optional.empty(), name));
        } else if (random.nextInt(3) == 0) {
            voices.add(new Voice.Unnamed("two officials", name));
        }
        Optional<Proposal> proposal = Optional.empty();
        if (random.nextInt(40) == 0) {
            int half = text.indexOf(" ", start + (contentEnd - start) / 2);
            Term term = new Term(List.of(new Span(half + 1, contentEnd)), Term.Kind.GIVES, List.of());
            proposal = Optional.of(new Proposal(
                    Proposal.Act.OFFER,
                    Proposal.Status.OFFERED,
                    List.of(new Span(start, text.indexOf(" ", start))),
                    List.of(name),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(term)));
        }
        Claim claim = new Claim(
                new ClaimId("c" + article + "-" + place),
                List.of(new Span(start, contentEnd)),
                sentence,
                named ? List.of(name) : List.of(),
                List.of(),
                named ? Quotation.INDIRECT : Quotation.NONE,
                voices,
                Stance.values()[random.nextInt(10) < 7 ? 0 : random.nextInt(Stance.values().length)],
                random.nextInt(30) == 0,
                List.of(new Mention(name, NameType.PERSON, EntityId.of(NameType.PERSON, who))),
                quantities,
                proposal,
                0.8,
                "sample");
        String group = random.nextInt(8) == 0 ? "g" + random.nextInt(article * 2 + 1) : "g" + article + "-" + place;
        String whole = sentence.of(text.toString());
        return new IndexedClaim(claim, text.substring(start, contentEnd), whole, group, seen);
    }
}
