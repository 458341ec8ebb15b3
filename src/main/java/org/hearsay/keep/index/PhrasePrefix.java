package org.hearsay.keep.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** A phrase whose last word is only begun: "rare earth*" is "rare earth", "rare earths" and so on. */
final class PhrasePrefix extends Query {
    /** Words that the beginning may stand for, the first ones in the alphabet. */
    static final int MAX_WORDS = 64;

    private final String field;
    private final List<String> words;
    private final int slop;

    PhrasePrefix(String field, List<String> words, int slop) {
        this.field = field;
        this.words = List.copyOf(words);
        this.slop = slop;
    }

    String field() {
        return field;
    }

    List<String> words() {
        return words;
    }

    int slop() {
        return slop;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        BytesRef start = new BytesRef(words.get(words.size() - 1));
        Set<BytesRef> ends = new TreeSet<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(field);
            if (terms == null) {
                continue;
            }
            TermsEnum all = terms.iterator();
            boolean more = all.seekCeil(start) != TermsEnum.SeekStatus.END;
            for (int n = 0; more && n < MAX_WORDS && StringHelper.startsWith(all.term(), start); n++) {
                ends.add(BytesRef.deepCopyOf(all.term()));
                more = all.next() != null;
            }
        }
        if (ends.isEmpty()) {
            return new MatchNoDocsQuery("no word begins with " + words.get(words.size() - 1));
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(slop);
        words.subList(0, words.size() - 1).forEach(word -> phrase.add(new Term(field, word)));
        List<Term> last = new ArrayList<>();
        ends.stream().limit(MAX_WORDS).forEach(end -> last.add(new Term(field, end)));
        phrase.add(last.toArray(Term[]::new));
        return phrase.build();
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String asked) {
        return field + ":\"" + String.join(" ", words) + "*\"~" + slop;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhrasePrefix same
                && same.field.equals(field)
                && same.words.equals(words)
                && same.slop == slop;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * field.hashCode() + words.hashCode()) + slop;
    }
}
