package org.hearsay.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.archive.Archive;
import org.hearsay.keep.archive.Kept;
import org.hearsay.keep.index.IndexExam;
import org.hearsay.keep.index.OpenSearchAddress;
import org.hearsay.keep.index.OpenSearchIndex;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.PostgresStore;
import org.hearsay.keep.store.StoreExam;

/** Whether what a data folder keeps is whole: the store by itself, then the archive and the index against it. */
final class KeptChecks {
    static final String STORE_REMEDY =
            "Put it back with \"hearsay restore\", or move it away and derive it again with \"hearsay rebuild\", which"
                    + " loses watches, recipients and corrections";
    static final String ARCHIVE_REMEDY =
            "Put the files back from a backup; without them \"hearsay rebuild --anyway\" goes on with what is left";
    static final String INDEX_REMEDY =
            "Delete its folder; \"hearsay serve\" and \"hearsay crawl\" fill it from the store";

    /** Enough to meet a file that is damaged throughout, few enough to take no time. */
    private static final int SAMPLES = 40;

    private KeptChecks() {}

    /** A store that is in a database: whether it opens, in this program's form, and answers. */
    static Finding database(Database database) {
        try (PostgresStore store = database.open()) {
            return Finding.ok(
                    "store", database + " answers, " + store.articles().count() + " articles");
        }
    }

    /** An index that is on a server: whether that answers, and the index is one of this program's. */
    static Finding index(OpenSearchAddress address) {
        try (OpenSearchIndex index = OpenSearchIndex.openToSearch(address)) {
            index.check();
            return Finding.ok(
                    "index",
                    "the OpenSearch at " + address + " answers, " + index.count(SearchRequest.In.ARTICLES)
                            + " articles and " + index.count(SearchRequest.In.CLAIMS) + " claims");
        }
    }

    static Finding store(DataFolder folder, StoreExam exam) {
        Optional<Integer> form = exam.form();
        if (form.isEmpty()) {
            return Finding.bad("store", folder.database() + " is empty", STORE_REMEDY);
        }
        int newest = StoreExam.newestForm();
        if (form.get() > newest) {
            return Finding.bad(
                    "store",
                    folder.database() + " was written by a newer Hearsay (form " + form.get() + ", this one writes "
                            + newest + ")",
                    "Use that one, or another data folder");
        }
        List<String> damages = exam.damages();
        if (!damages.isEmpty()) {
            return Finding.bad("store", folder.database() + " is damaged: " + String.join("; ", damages), STORE_REMEDY);
        }
        String words = "whole, form " + form.get()
                + (form.get() < newest ? " (the next start makes it form " + newest + ")" : "") + ", "
                + exam.articles() + " articles, " + exam.claims() + " claims";
        return Finding.ok("store", words);
    }

    static Finding archive(DataFolder folder, StoreExam exam) {
        List<String> troubles = new ArrayList<>();
        int lost = 0;
        List<Kept> samples = exam.somePages(SAMPLES);
        int read = 0;
        try (Archive archive = Archive.reading(folder.archive(), damage -> {})) {
            for (Kept last : exam.lastPages()) {
                if (!archive.holds(last)) {
                    lost += exam.pagesIn(last.file());
                    troubles.add(last.file() + " is missing or cut");
                }
            }
            for (Kept sample : samples) {
                read += archive.holds(sample) && readable(archive, sample, troubles) ? 1 : 0;
            }
        } catch (IOException e) {
            return Finding.bad("archive", folder.archive() + " cannot be read: " + Reasons.of(e), ARCHIVE_REMEDY);
        }
        if (troubles.isEmpty()) {
            return Finding.ok("archive", exam.pages() + " pages, " + read + " of them tried and readable");
        }
        String gone = lost == 0 ? "" : " (with up to " + lost + " pages)";
        return Finding.bad("archive", troubles.size() + " troubles: " + troubles.get(0) + gone, ARCHIVE_REMEDY);
    }

    private static boolean readable(Archive archive, Kept sample, List<String> troubles) {
        try {
            var unused = archive.read(sample);
            return true;
        } catch (IOException e) {
            troubles.add(Reasons.of(e));
            return false;
        }
    }

    static Finding index(DataFolder folder, StoreExam exam) {
        int articles = exam.articles();
        int queued = exam.queued();
        Optional<IndexExam> opened = IndexExam.open(folder.index());
        if (opened.isEmpty()) {
            return articles == 0
                    ? Finding.ok("index", "not there yet, and nothing is to be found")
                    : Finding.warn(
                            "index",
                            "there is none, so searches fail",
                            "\"hearsay serve\" and \"hearsay crawl\" fill it from the store");
        }
        try (IndexExam index = opened.get()) {
            List<String> missing = exam.someArticles(SAMPLES).stream()
                    .filter(id -> !index.holds(id))
                    .toList();
            String words = index.articles() + " articles and " + index.claims() + " claims, the store has " + articles
                    + " and " + exam.claims();
            if (queued > 0) {
                return Finding.warn(
                        "index",
                        words + "; " + queued + " articles wait for it",
                        "A running \"hearsay serve\" takes them up by itself, \"hearsay crawl\" does too");
            }
            boolean same = index.articles() == articles && index.claims() == exam.claims() && missing.isEmpty();
            return same ? Finding.ok("index", words) : Finding.bad("index", words, INDEX_REMEDY);
        }
    }
}
