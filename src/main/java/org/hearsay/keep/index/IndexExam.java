package org.hearsay.keep.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;

/**
 * A look at an index that makes and changes nothing, takes no lock, and works beside a process that writes it. It sees
 * the last commit before it was opened. For one thread.
 *
 * <pre>{@code
 * try (IndexExam exam = IndexExam.open(data.resolve("index")).orElseThrow()) {
 *     boolean there = exam.holds("articleid");
 * }
 * }</pre>
 */
public final class IndexExam implements AutoCloseable {
    private final IndexFiles files;
    private final Directory directory;
    private final DirectoryReader reader;

    private IndexExam(IndexFiles files, Directory directory, DirectoryReader reader) {
        this.files = files;
        this.directory = directory;
        this.reader = reader;
    }

    /**
     * Reads every file and compares it with its checksum. Empty where there is no index.
     *
     * @throws IndexDamaged if it is not whole, or of another version
     */
    public static Optional<IndexExam> open(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        IndexFiles files = new IndexFiles(folder);
        Directory directory = files.directory();
        try {
            files.read(directory);
            if (DirectoryReader.indexExists(directory)) {
                return Optional.of(new IndexExam(files, directory, DirectoryReader.open(directory)));
            }
            directory.close();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            RuntimeException trouble = files.trouble(e, false);
            try {
                directory.close();
            } catch (IOException also) {
                trouble.addSuppressed(also);
            }
            throw trouble;
        }
    }

    public int articles() {
        return count(new Term(Documents.DOC, "article"));
    }

    public int claims() {
        return count(new Term(Documents.DOC, "claim"));
    }

    /** Whether the article or claim with this id is found. */
    public boolean holds(String id) {
        return count(new Term(Documents.ID, id)) > 0;
    }

    private int count(Term term) {
        try {
            return new IndexSearcher(reader).count(new TermQuery(term));
        } catch (IOException e) {
            throw files.trouble(e, false);
        }
    }

    @Override
    public void close() {
        try (Directory last = directory) {
            reader.close();
        } catch (IOException e) {
            throw files.trouble(e, false);
        }
    }
}
