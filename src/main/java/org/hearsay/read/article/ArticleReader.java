package org.hearsay.read.article;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.page.Header;
import org.hearsay.page.Page;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads pages into articles. Stateless and thread-safe. */
public final class ArticleReader {
    /**
     * The content type of a page that is a bare text, a block a line, in UTF-8: an article that came without its page.
     * Its headers say what its page would: {@code Published} (as {@link Dated} is written) and {@code Author}.
     */
    public static final String LINES = "text/vnd.hearsay.lines";

    /** What jsoup keeps of nesting; browsers stop at the same depth. */
    private static final int MAX_DEPTH = 512;
    /** With less prose than this, hidden text is looked at as well. */
    private static final int TOO_LITTLE = 200;
    /** So many lines after the text still belong to it. */
    private static final int SOURCE_WITHIN = 3;

    private final Optional<LineModel> model;

    /** Tells text from what stands around it by rules alone. */
    public ArticleReader() {
        this.model = Optional.empty();
    }

    /** Lets {@code model} decide line by line, with the rules' verdict before it. */
    public ArticleReader(LineModel model) {
        this.model = Optional.of(model);
    }

    /**
     * Never throws for what a page contains. {@code published} is what the page itself says, else what its feed said
     * ({@link Hints#published}), else absent; it is never the time of fetching.
     */
    public Extraction read(Page page, Hints hints) {
        if (page.contentType().orElse("").startsWith(LINES)) {
            return plain(page, hints, page.body().decode(StandardCharsets.UTF_8));
        }
        Optional<Trimming.Trimmed> source = Decoder.markup(page);
        if (source.isEmpty()) {
            return new Extraction.Unreadable(
                    Extraction.Why.UNREADABLE,
                    "neither HTML nor text: " + page.contentType().orElse("no content type"));
        }
        String type = page.contentType().orElse("");
        String text = Thinning.of(source.get().html());
        if (type.startsWith("text/plain") && text.indexOf('<') < 0) {
            return plain(page, hints, text);
        }
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        Document document = parser.parseInput(text, page.url().text());
        Words words = new Words();
        Evidence evidence = Evidence.of(document, source.get().scripts(), words);
        Facts facts = Facts.of(evidence, StructuredData.of(evidence.objects), page.url(), hints);
        Outline outline = Outline.of(root(document), words);
        List<Line> body = new BodyFinder(outline, facts, model).find();
        if (prose(body) < TOO_LITTLE) {
            Outline all = Outline.of(root(document), words, true, true);
            List<Line> more = new BodyFinder(all, facts, model).find();
            if (prose(more) > 2 * prose(body)) {
                outline = all;
                body = more;
            }
        }
        if (body.isEmpty()) {
            outline = Outline.of(root(document), words, true, false);
            body = new BodyFinder(outline, facts, model).find();
        }
        Optional<String> told = facts.structured().body();
        if (prose(body) < TOO_LITTLE && told.isPresent() && !facts.structured().locked()) {
            List<Line> lines = told(told.get(), page);
            body = prose(lines) > 2 * prose(body) ? lines : body;
        }
        if (prose(body) < TOO_LITTLE && !facts.structured().locked()) {
            Optional<String> later =
                    ScriptText.html(evidence.objects, source.get().scripts(), facts.titles());
            if (later.isPresent()) {
                List<Line> lines = drawnLater(later.get(), page);
                body = prose(lines) > 2 * prose(body) ? lines : body;
            }
        }
        Optional<Extraction.Unreadable> refusal = new Refusal(page, outline, evidence, facts, body).verdict();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return new Extraction.Readable(article(page, hints, evidence, facts, outline, body));
    }

    /** The lines of a page as the model sees them, for training; none where it has no HTML. */
    public Optional<PageLines> linesOf(Page page) {
        Optional<Trimming.Trimmed> source = Decoder.markup(page);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Document document = Parser.htmlParser()
                .setMaxDepth(MAX_DEPTH)
                .parseInput(Thinning.of(source.get().html()), page.url().text());
        Words words = new Words();
        Evidence evidence = Evidence.of(document, source.get().scripts(), words);
        Facts facts = Facts.of(evidence, StructuredData.of(evidence.objects), page.url(), Hints.NONE);
        Outline outline = Outline.of(root(document), words);
        return outline.lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new BodyFinder(outline, facts, Optional.empty()).lines());
    }

    /** The text that the page keeps in its structured data; pages drawn by a script show no other. */
    private static List<Line> told(String text, Page page) {
        return drawnLater(text.replaceAll("\\s*\\n\\s*", "<br><br>"), page);
    }

    private static List<Line> drawnLater(String html, Page page) {
        return Outline.of(
                        Parser.htmlParser()
                                .setMaxDepth(MAX_DEPTH)
                                .parseInput(html, page.url().text())
                                .body(),
                        new Words())
                .lines;
    }

    private static Element root(Document document) {
        Element body = document.body();
        return body.childNodeSize() == 0 ? document : body;
    }

    private static long prose(List<Line> lines) {
        long prose = 0;
        for (Line line : lines) {
            prose += line.prose();
        }
        return prose;
    }

    private static Article article(
            Page page, Hints hints, Evidence evidence, Facts facts, Outline outline, List<Line> body) {
        Layout layout = Layout.of(body);
        return new Article(
                ArticleId.of(facts.canonical()),
                Optional.of(facts.canonical()),
                facts.outlet(),
                facts.title(),
                VisibleByline.signed(outline, body, facts, Facts.american(facts.language(), page.url())),
                Published.of(evidence, facts, page.url(), outline, body)
                        .or(() -> hints.published().map(Dated.At::new)),
                facts.modified(),
                facts.language(),
                Agency.in(withNeighbours(outline, body)),
                layout.text(),
                layout.blocks());
    }

    /** The body's lines with those dropped between and right after them: a source line is no text but says whose it is. */
    private static List<String> withNeighbours(Outline outline, List<Line> body) {
        int first = outline.lines.indexOf(body.get(0));
        int last = outline.lines.lastIndexOf(body.get(body.size() - 1));
        List<Line> lines = first < 0
                ? body
                : outline.lines.subList(first, Math.min(outline.lines.size(), last + 1 + SOURCE_WITHIN));
        return lines.stream()
                .filter(l ->
                        first < 0 || !outline.has(l, Outline.NAV | Outline.FOOTER | Outline.ASIDE | Outline.CAPTION))
                .map(l -> l.text)
                .toList();
    }

    private Extraction plain(Page page, Hints hints, String raw) {
        List<String> lines = new ArrayList<>();
        raw.lines().map(Layout::collapse).filter(l -> !l.isEmpty()).forEach(lines::add);
        if (lines.isEmpty()) {
            return new Extraction.Unreadable(Extraction.Why.EMPTY, "the page has no text");
        }
        String text = String.join("\n", lines);
        return new Extraction.Readable(new Article(
                ArticleId.of(page.url()),
                Optional.of(page.url()),
                hints.outlet()
                        .filter(o -> !o.isBlank())
                        .orElse(page.url().host().authority()),
                hints.title(),
                page.headers().stream()
                        .filter(header -> header.named("Author"))
                        .map(Header::value)
                        .toList(),
                page.header("Published")
                        .flatMap(Dated::parse)
                        .or(() -> hints.published().map(Dated.At::new))
                        .filter(Dates::canBeOfAnArticle),
                Optional.empty(),
                hints.language(),
                Agency.in(lines),
                text,
                PlainText.blocks(text)));
    }

    /**
     * A bare text whose lines are blocks; {@code text} is kept exactly as given ('\n' between blocks). What kind of
     * line each is, is judged from its words; blank lines and furniture (hashtags, "No comments") are in no block.
     *
     * @param id its name
     * @param outlet the outlet's name
     */
    public Article ofText(ArticleId id, String text, Optional<String> title, String outlet, Optional<Dated> published) {
        return new Article(
                id,
                Optional.empty(),
                outlet,
                title,
                List.of(),
                published,
                Optional.empty(),
                Optional.empty(),
                Agency.in(text.lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .toList()),
                text,
                PlainText.blocks(text));
    }
}
