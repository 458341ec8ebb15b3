package org.hearsay.keep.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.compare.Comparer;
import org.hearsay.read.compare.Statement;

/**
 * Notes by which outlets take back what they said, beside what they take back: a page that changes silently and one that
 * says so are not the same to a reader.
 */
final class Withdrawals {
    private Withdrawals() {}

    /** In words, one for each claim of the sides that its page took back by a note, or that takes another back itself. */
    static List<String> notes(Store store, StoredClaim about, List<Comparison.Side> sides) {
        List<String> notes = new ArrayList<>();
        if (about.claim().takenBack()) {
            former(store, about)
                    .ifPresent(former -> notes.add(about.outlet() + " takes back by this note what it said"
                            + former.ended().map(at -> " until " + at).orElse("") + ": \"" + former.shown() + "\""));
        }
        Map<ArticleId, List<StoredClaim>> pages = new LinkedHashMap<>();
        for (Comparison.Side side : sides) {
            for (Comparison.Told told : side.claims()) {
                if (told.ended()) {
                    pages.computeIfAbsent(told.claim().article(), store.claims()::of).stream()
                            .filter(note -> note.claim().takenBack()
                                    && note.state() == StoredClaim.State.CURRENT
                                    && takesBack(store, note, told.claim()))
                            .findFirst()
                            .ifPresent(note ->
                                    notes.add(note.outlet() + " took it back by a note: \"" + note.sentence() + "\""));
                }
            }
        }
        return notes;
    }

    /** What the page said before, where a note takes it back. */
    private static Optional<StoredClaim> former(Store store, StoredClaim note) {
        return store.claims().of(note.article()).stream()
                .filter(claim -> claim.state() != StoredClaim.State.CURRENT)
                .filter(claim -> takesBack(store, note, claim))
                .findFirst();
    }

    private static boolean takesBack(Store store, StoredClaim note, StoredClaim former) {
        Optional<Statement> said = statement(store, former);
        return statement(store, note)
                .flatMap(denial -> said.map(claim -> new Comparer().takesBack(denial, claim)))
                .orElse(false);
    }

    private static Optional<Statement> statement(Store store, StoredClaim claim) {
        Optional<Article> article = store.articles()
                .version(claim.article(), claim.version())
                .flatMap(stored -> stored.extraction().readable());
        return article.map(text -> new Statement(claim.claim(), text));
    }
}
