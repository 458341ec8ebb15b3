package org.hearsay.read.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.language.Reading;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private final Comparer comparer = new Comparer();
    private static final Instant DAY = Instant.parse("2026-11-20T08:00:00Z");

    /** A text of invented words, so that chance alone decides what two share. */
    private static List<String> words(long seed, int count) {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add("w" + random.nextInt(2_000));
        }
        return words;
    }

    private Fingerprint of(List<String> words) {
        return of("t", String.join(" ", words), Optional.empty());
    }

    private Fingerprint of(String title, String text, Optional<Instant> when) {
        return comparer.fingerprint(new Reading(
                Said.article("x", text, Optional.of(title), when), false, List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void aCopyIsACopyHoweverItWasCutAndRetouched() {
        List<String> original = words(1, 600);
        Fingerprint whole = of(original);
        List<String> retouched = new ArrayList<>(original);
        for (int i = 0; i < retouched.size(); i += 12) {
            retouched.set(i, "other" + i);
        }
        List<String> framed = new ArrayList<>(words(2, 60));
        framed.addAll(original);
        framed.addAll(words(3, 60));

        assertThat(comparer.sameText(whole, whole)).isTrue();
        assertThat(comparer.sameText(whole, of(original.subList(0, 300)))).isTrue();
        assertThat(comparer.sameText(whole, of(original.subList(500, 600)))).isTrue();
        assertThat(comparer.sameText(whole, of(retouched))).isTrue();
        assertThat(comparer.sameText(whole, of(framed))).isTrue();
        assertThat(comparer.sameText(of("Other title", String.join(" ", original), Optional.of(DAY)), whole))
                .isTrue();
    }

    @Test
    void reportsThatQuoteTheSameSpeechAreNoCopies() {
        List<String> speech = words(4, 60);
        List<String> one = new ArrayList<>(words(5, 300));
        one.addAll(speech);
        List<String> other = new ArrayList<>(speech);
        other.addAll(words(6, 300));

        assertThat(comparer.sameText(of(one), of(other))).isFalse();
        assertThat(comparer.sameText(of(words(7, 400)), of(words(8, 400)))).isFalse();
    }

    @Test
    void shortTextsAreCopiesOnlyAsAWhole() {
        Fingerprint brief = of("t", "The mayor of Northgate opened the new bridge on Friday.", Optional.empty());

        assertThat(comparer.sameText(
                        brief, of("u", "The mayor of Northgate opened the new bridge on Friday", Optional.empty())))
                .isTrue();
        assertThat(comparer.sameText(
                        brief, of("u", "The mayor of Northgate closed an old school on Monday.", Optional.empty())))
                .isFalse();
        assertThat(comparer.sameText(
                        of("t", "Breaking news", Optional.empty()), of("t", "Breaking news", Optional.empty())))
                .isFalse();
        assertThat(comparer.sameText(of("t", "", Optional.empty()), of("t", "", Optional.empty())))
                .isFalse();
    }

    @Test
    void oneEventIsOneStoryWithinDays() {
        String title = "Ferry Aurora sinks off Southport, dozens missing";
        String text =
                "The ferry Aurora sank in a storm off Southport on Thursday night, the coast guard of Eastland said."
                        + " Rescue boats from Southport searched for dozens of missing passengers, and Captain Olsen was"
                        + " brought ashore.";
        String other =
                "Rescuers searched the sea off Southport for passengers of the Aurora, a ferry that sank in a storm."
                        + " Captain Olsen was among those brought ashore, a coast guard officer of Eastland told this"
                        + " paper.";
        Fingerprint first = of(title, text, Optional.of(DAY));

        assertThat(comparer.sameEvent(
                        first,
                        of(
                                "Dozens missing after ferry sinks off Southport",
                                other,
                                Optional.of(DAY.plusSeconds(40_000)))))
                .isTrue();
        assertThat(comparer.sameEvent(
                        first,
                        of(
                                "Dozens missing after ferry sinks off Southport",
                                other,
                                Optional.of(DAY.plusSeconds(900_000)))))
                .isFalse();
        assertThat(comparer.sameEvent(
                        first,
                        of(
                                "Parliament of Eastland passes budget",
                                "The parliament of Eastland passed a budget on Thursday after a long debate about"
                                        + " schools and pensions, with the votes of both parties of government.",
                                Optional.of(DAY))))
                .isFalse();
        assertThat(comparer.sameText(first, of("x", other, Optional.of(DAY)))).isFalse();
    }

    @Test
    void isTheSameOnEveryThreadAndInEveryLocale() throws Exception {
        String text =
                "INTERIM FINDINGS: İSTANBUL's MINISTERS didn\u2019t agree on $1,000.50; 東京の大臣 said “no”. ".repeat(20);
        Fingerprint here = of("TITLE IN ISTANBUL", text, Optional.empty());
        Locale locale = Locale.getDefault();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            Callable<Fingerprint> again = () -> of("TITLE IN ISTANBUL", text, Optional.empty());
            for (Future<Fingerprint> there : pool.invokeAll(Collections.nCopies(4, again))) {
                assertThat(there.get()).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
        }
        // Kept in stores: another hash would part new copies from old ones.
        assertThat(Hashes.of("one", "two", "three")).isEqualTo(-2502777012865736510L);
    }

    @Test
    void aHugeTextAndTextWithoutWordsAreAnswered() {
        assertThat(of("t", "war ".repeat(50_000), Optional.empty()).shingles()).hasSize(1);
        assertThat(of("t", "12 ".repeat(500) + "%$ ☃ \ud800", Optional.empty()).topics())
                .containsExactly("12");
        assertThat(of("", "%$ ☃ \ud800", Optional.empty()).topics()).isEmpty();
        assertThat(of(words(9, 50_000)).shingles()).hasSize(Fingerprints.SAMPLE);
    }

    @Test
    void judgementsAreSymmetricAndGroupsIndependentOfOrder() {
        Map<ArticleId, Fingerprint> articles = new TreeMap<>();
        for (int text = 0; text < 6; text++) {
            List<String> original = words(100 + text, 200 + 80 * text);
            articles.put(new ArticleId("a" + text), of(original));
            articles.put(new ArticleId("b" + text), of(original.subList(0, 120)));
            articles.put(new ArticleId("c" + text), of(original.subList(60, 200)));
            articles.put(new ArticleId("d" + text), of(original.subList(110, 200)));
        }
        for (Fingerprint a : articles.values()) {
            for (Fingerprint b : articles.values()) {
                assertThat(comparer.sameText(a, b)).isEqualTo(comparer.sameText(b, a));
                assertThat(comparer.sameEvent(a, b)).isEqualTo(comparer.sameEvent(b, a));
            }
        }
        Grouping grouping = new Grouping();
        Map<ArticleId, GroupId> expected = new HashMap<>(grouping.origins(articles));
        assertThat(new TreeSet<>(expected.values())).hasSize(6);
        assertThat(expected.get(new ArticleId("d3"))).isEqualTo(new GroupId("a3"));
        List<ArticleId> order = new ArrayList<>(articles.keySet());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(order, new Random(seed));
            assertThat(arrived(order, articles, grouping)).isEqualTo(expected);
        }
    }

    /** As intake does it, with a map for a store. */
    private static Map<ArticleId, GroupId> arrived(
            List<ArticleId> order, Map<ArticleId, Fingerprint> articles, Grouping grouping) {
        Map<ArticleId, GroupId> origins = new HashMap<>();
        for (ArticleId id : order) {
            List<Grouping.Known> known = origins.entrySet().stream()
                    .map(e -> new Grouping.Known(e.getKey(), articles.get(e.getKey()), e.getValue()))
                    .toList();
            Grouping.Joined joined = grouping.join(id, articles.get(id), known);
            origins.put(id, joined.origin());
            origins.replaceAll((x, group) -> joined.originsToMerge().contains(group) ? joined.origin() : group);
        }
        return origins;
    }

    @Test
    void coveragesThatAreTiedShareAKeyAndAreTiedFromBothSides() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int tied = 0;
        for (int i = 0; i < 20_000; i++) {
            Coverage a = Coverage.of(topics(random));
            Coverage b = Coverage.of(topics(random));
            assertThat(a.tie(b)).as("seed " + seed).isEqualTo(b.tie(a));
            if (a.tie(b).isPresent()) {
                tied++;
                assertThat(a.keys()).as("seed " + seed).containsAnyElementsOf(b.keys());
            }
        }
        assertThat(tied).isPositive();
    }

    private static Fingerprint topics(Random random) {
        TreeSet<String> topics = new TreeSet<>();
        int number = 1 + random.nextInt(40);
        while (topics.size() < number) {
            topics.add("w" + random.nextInt(60));
        }
        return new Fingerprint(new TreeSet<>(), topics, Optional.of(Instant.EPOCH), Optional.empty());
    }
}
