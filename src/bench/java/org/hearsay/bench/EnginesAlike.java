package org.hearsay.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hearsay.keep.index.ClaimIndex;
import org.hearsay.keep.index.Hits;
import org.hearsay.keep.index.IndexedArticle;
import org.hearsay.keep.index.LuceneIndex;
import org.hearsay.keep.index.OpenSearchAddress;
import org.hearsay.keep.index.OpenSearchIndex;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.index.SearchRequest.In;
import org.hearsay.keep.index.SearchRequest.Sort;

/**
 * Whether two engines answer alike over many claims: {@code EnginesAlike FOLDER URL [CLAIMS]}. Both are filled with the
 * same articles where they are empty, and asked the same. Of what is no free text every hit is compared, and the counts of
 * all facets; of free text the hundred best and their order.
 */
public final class EnginesAlike {
    private static final int BATCH = 200;
    private static final int ROUNDS = 10;
    private static final int TEXTS = 50;
    /** Of more hits only the number and the best are compared. */
    private static final int MOST = 20_000;

    private static final int BEST = 100;

    private EnginesAlike() {}

    /** What was seen of questions of one shape. */
    private static final class Seen {
        int asked;
        int sameHits;
        int sameFacets;
        int sameOrder;
        double correlation;
        double shared;
    }

    public static void main(String[] args) throws IOException {
        int claims = args.length > 2 ? Integer.parseInt(args[2]) : 100_000;
        OpenSearchAddress address =
                OpenSearchAddress.parse(args[1], Optional.empty()).orElseThrow();
        try (LuceneIndex lucene = LuceneIndex.open(Path.of(args[0]));
                OpenSearchIndex other = OpenSearchIndex.open(address)) {
            List<String> texts = fill(lucene, other, claims);
            System.out.printf(Locale.ROOT, "%,d and %,d documents%n", lucene.size(), other.size());
            compare(lucene, other, texts);
        }
    }

    /** @return sentences to look for */
    private static List<String> fill(LuceneIndex lucene, OpenSearchIndex other, int claims) {
        ClaimSample sample = new ClaimSample(20261126);
        boolean empty = lucene.size() == 0;
        List<String> texts = new ArrayList<>();
        for (int done = 0; done < claims; ) {
            List<IndexedArticle> batch = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                batch.add(sample.next());
            }
            for (IndexedArticle article : batch) {
                done += article.claims().size();
            }
            texts.add(batch.get(0).claims().get(0).sentence());
            if (empty) {
                for (ClaimIndex index : List.of(lucene, other)) {
                    index.replace(batch);
                    index.commit();
                }
            }
        }
        return texts;
    }

    private static void compare(ClaimIndex lucene, ClaimIndex other, List<String> texts) {
        Map<String, Seen> seen = new LinkedHashMap<>();
        Random random = new Random(7);
        ClaimSample sample = new ClaimSample(20261126);
        for (int round = 0; round < ROUNDS; round++) {
            SearchLoad.shapes(sample, random).forEach((shape, query) -> {
                for (Sort sort : List.of(Sort.RELEVANCE, Sort.NEWEST)) {
                    look(seen, shape + ", " + sort, Query.parse(query), sort, lucene, other);
                }
            });
        }
        for (int i = 0; i < TEXTS; i++) {
            String text = texts.get(random.nextInt(texts.size()));
            look(seen, "free text", Query.free(text), Sort.RELEVANCE, lucene, other);
            note(seen, "a claim to look for", lucene.alike(text, BEST), other.alike(text, BEST));
        }
        System.out.printf(
                Locale.ROOT,
                "%-36s %6s %10s %12s %11s %9s %12s%n",
                "shape",
                "asked",
                "same hits",
                "same facets",
                "same order",
                "shared",
                "correlation");
        seen.forEach((shape, s) -> System.out.printf(
                Locale.ROOT,
                "%-36s %6d %10d %12d %11d %9.4f %12.4f%n",
                shape,
                s.asked,
                s.sameHits,
                s.sameFacets,
                s.sameOrder,
                s.shared / s.asked,
                s.correlation / s.asked));
    }

    private static void look(
            Map<String, Seen> seen, String shape, Query query, Sort sort, ClaimIndex lucene, ClaimIndex other) {
        SearchRequest best = new SearchRequest(query, In.CLAIMS, sort, 0, BEST);
        Hits one = lucene.search(best);
        Hits two = other.search(best);
        note(seen, shape, one, two);
        boolean all = one.total() == two.total();
        if (all && sort == Sort.NEWEST && one.total() <= MOST) {
            all = ids(lucene, query, one.total()).equals(ids(other, query, one.total()));
        }
        Seen s = seen.get(shape);
        if (s != null) {
            s.sameHits += all ? 1 : 0;
            s.sameFacets += one.facets().equals(two.facets()) ? 1 : 0;
        }
    }

    private static Set<String> ids(ClaimIndex index, Query query, int total) {
        Set<String> ids = new HashSet<>();
        for (int offset = 0; offset < total; offset += 1000) {
            index.search(new SearchRequest(query, In.CLAIMS, Sort.NEWEST, offset, 1000))
                    .hits()
                    .forEach(hit -> ids.add(hit.id()));
        }
        return ids;
    }

    private static void note(Map<String, Seen> seen, String shape, Hits one, Hits two) {
        List<String> a = one.hits().stream().map(Hits.Hit::id).toList();
        List<String> b = two.hits().stream().map(Hits.Hit::id).toList();
        Seen s = seen.computeIfAbsent(shape, k -> new Seen());
        s.asked++;
        s.sameOrder += a.equals(b) ? 1 : 0;
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < b.size(); i++) {
            places.put(b.get(i), i);
        }
        List<Integer> shared = new ArrayList<>();
        a.forEach(id -> Optional.ofNullable(places.get(id)).ifPresent(shared::add));
        s.shared += a.isEmpty() ? 1 : (double) shared.size() / a.size();
        s.correlation += correlation(shared);
    }

    /** Kendall's tau of the order in which these places come with their own. */
    private static double correlation(List<Integer> places) {
        int pairs = 0;
        int right = 0;
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                pairs++;
                right += places.get(i) < places.get(j) ? 1 : -1;
            }
        }
        return pairs == 0 ? 1 : (double) right / pairs;
    }
}
