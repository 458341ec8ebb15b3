package org.hearsay.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.page.Bytes;
import org.hearsay.page.Page;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.ArticleReader;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimFinder;
import org.hearsay.read.claim.Findings;
import org.hearsay.read.language.Reader;
import org.hearsay.read.language.Reading;
import org.hearsay.tell.json.InputLine;
import org.hearsay.tell.json.Shapes;

/** Reads single pages and texts as far as asked, for the command line. Thread-safe. */
final class Extractor {
    /** How far to read. */
    enum Until {
        ARTICLE,
        NAMES,
        CLAIMS
    }

    /** No larger page is ever fetched (the default of fetch.max-bytes), and more would only fill the memory. */
    private static final long MOST_BYTES = 16L << 20;

    /** Stands in for the host of a page that comes without its address. */
    private static final String NOWHERE = "file.invalid";

    private final ArticleReader articles = Installation.articles();
    private final Optional<Reader> language;
    private final Optional<ClaimFinder> claims;

    private Extractor(Optional<Reader> language, Optional<ClaimFinder> claims) {
        this.language = language;
        this.claims = claims;
    }

    /** Loads only the models that are needed. */
    static Extractor until(Until until, Settings settings) {
        return switch (until) {
            case ARTICLE -> new Extractor(Optional.empty(), Optional.empty());
            case NAMES -> new Extractor(Optional.of(LanguageModels.namesOnly(settings)), Optional.empty());
            case CLAIMS -> claimsBy(LanguageModels.chosenBy(settings));
        };
    }

    static Extractor claimsBy(Reader reader) {
        return new Extractor(Optional.of(reader), Optional.of(new ClaimFinder()));
    }

    /** What reads, for people. */
    String description() {
        return language.map(Reader::description).orElse("no language models");
    }

    /** A page from a file of raw bytes; without an address it gets one that no server has (RFC 2606). */
    static Page fromFile(Path file, Optional<String> url) throws IOException {
        PageUrl address = url.map(text ->
                        PageUrl.parse(text).orElseThrow(() -> Stop.usage(text + " is no http or https address")))
                .orElseGet(() -> PageUrl.of("https://" + NOWHERE + "/"
                        + URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8)));
        // A file has no time of fetching, and an article's date is never taken from it.
        return new Page(address, Instant.EPOCH, 200, List.of(), Bytes.of(Reasons.bytes(file, MOST_BYTES)));
    }

    /** A text from a file, each line a block. */
    static InputLine.Text textFrom(Path file) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Reasons.bytes(file, MOST_BYTES)))
                .toString();
        return new InputLine.Text(
                String.valueOf(file.getFileName()), text, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Extracted page(String id, Page page, Hints hints) {
        Optional<PageUrl> url = Optional.of(page.url())
                .filter(address -> !address.host().authority().equals(NOWHERE));
        return read(id, url, articles.read(page, hints));
    }

    /** What was extracted from a page before it was dropped, read again. */
    Extracted again(StoredArticle kept) {
        return read(kept.id().text(), Optional.of(kept.url()), kept.extraction());
    }

    Extracted text(InputLine.Text text) {
        Article article = articles.ofText(
                new ArticleId(text.id()),
                text.text(),
                text.title(),
                text.outlet().orElse("the text"),
                text.published());
        return read(text.id(), Optional.empty(), new Extraction.Readable(article));
    }

    private Extracted read(String id, Optional<PageUrl> url, Extraction extraction) {
        Optional<Reading> reading =
                extraction.readable().flatMap(article -> language.map(reader -> reader.read(article)));
        Optional<Findings> findings = reading.flatMap(read -> claims.map(finder -> finder.claimsIn(read)));
        return new Extracted(id, url, extraction, reading, findings);
    }

    /** A page or text, read as far as asked. */
    record Extracted(
            String id,
            Optional<PageUrl> url,
            Extraction extraction,
            Optional<Reading> reading,
            Optional<Findings> findings) {
        ObjectNode json() {
            Shapes shapes = new Shapes();
            if (findings.isPresent()) {
                return shapes.extraction(id, url, extraction, findings.get());
            }
            return reading.map(read -> shapes.extraction(id, url, extraction, read))
                    .orElseGet(() -> shapes.extraction(id, url, extraction));
        }

        int sentences() {
            return reading.map(read -> read.sentences().size()).orElse(0);
        }

        String inWords() {
            return switch (extraction) {
                case Extraction.Unreadable no -> id + "\n  no article: " + no.detail() + "\n";
                case Extraction.Readable readable -> inWords(readable.article());
            };
        }

        private String inWords(Article article) {
            StringBuilder out = new StringBuilder();
            out.append(article.title().orElse(id)).append('\n');
            out.append("  ").append(article.outlet());
            out.append(" · ").append(article.published().map(Object::toString).orElse("date unknown"));
            if (!article.authors().isEmpty()) {
                out.append(" · ").append(String.join(", ", article.authors()));
            }
            article.agency().ifPresent(agency -> out.append(" · from ").append(agency));
            out.append(" · ")
                    .append(article.language().orElse("language unknown"))
                    .append("\n\n");
            if (reading.isEmpty()) {
                for (Block block : article.blocks()) {
                    out.append(mark(block)).append(article.words(block.span())).append('\n');
                }
                return out.toString();
            }
            reading.get()
                    .entities()
                    .forEach(entity -> out.append("  name  ")
                            .append(entity.name())
                            .append(entity.role().isEmpty() ? "" : " (" + entity.role() + ")")
                            .append(" · ")
                            .append(entity.type())
                            .append(" · ")
                            .append(entity.mentions().size())
                            .append('\n'));
            for (Claim claim : findings.map(f -> f.shown().claims()).orElse(List.of())) {
                out.append('\n')
                        .append(claim.shown(claim.words(article.text())))
                        .append('\n');
                out.append("  ").append(ClaimWords.voices(claim)).append(" · ").append(claim.stanceInWords());
                claim.quantities()
                        .forEach(quantity -> out.append("\n  ")
                                .append(article.words(quantity.span()))
                                .append(quantity.of()
                                        .map(of -> " of " + article.words(of))
                                        .orElse("")));
                out.append('\n');
            }
            return out.toString();
        }

        private static String mark(Block block) {
            return switch (block) {
                case Block.Heading heading -> "#".repeat(heading.level()) + " ";
                case Block.Paragraph paragraph -> "";
                case Block.Item item -> "- ";
                case Block.Quote quote -> "> ";
                case Block.Row row -> "| ";
            };
        }
    }
}
