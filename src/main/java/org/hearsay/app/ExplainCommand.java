package org.hearsay.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hearsay.keep.archive.KeptPage;
import org.hearsay.keep.store.Claims;
import org.hearsay.keep.store.Entry;
import org.hearsay.keep.store.Pages;
import org.hearsay.keep.store.ProposalAccounts;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.keep.store.Stories;
import org.hearsay.page.PageUrl;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.article.Hints;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.run.Filing;
import org.hearsay.run.PageFacts;
import org.hearsay.tell.json.Shapes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Every value on the way from a page's bytes to its claims, and which rule or model made it.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    /** Claims shown that share words with this one and are not related to it. */
    private static final int NEAR = 5;

    @Parameters(paramLabel = "ID|URL|FILE", description = "a claim, an article, its address, or a page as a file")
    @SuppressWarnings("NullAway.Init")
    private String what;

    @Option(names = "--json", description = "the claim or article as one JSON object, with the rule that made it")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (Files.isRegularFile(Path.of(what))) {
            try {
                Extractor extractor = Extractor.until(Extractor.Until.CLAIMS, options.settings());
                System.out.print(
                        json ? Shapes.toLine(read(Path.of(what), extractor).json()) : file(Path.of(what), extractor));
                return Stop.OK;
            } catch (IOException e) {
                throw Stop.failed(what + " cannot be read: " + Reasons.of(e));
            }
        }
        try (Installation installation = Installation.toRead(options.folder())) {
            Store store = installation.store();
            Optional<StoredClaim> claim = store.claims().claim(new ClaimId(what));
            Optional<StoredArticle> article = claim.map(StoredClaim::article)
                    .or(() -> Optional.of(new ArticleId(what)))
                    .flatMap(id -> store.articles().current(id))
                    .or(() -> PageUrl.parse(what).flatMap(url -> at(store, url)));
            if (article.isEmpty()) {
                throw Stop.nothing("there is no claim, article or page \"" + what
                        + "\" here, and no such file; search and export show the ids");
            }
            if (json) {
                Shapes shapes = new Shapes();
                System.out.print(Shapes.toLine(Shapes.pageOf(
                        claim.isPresent() ? shapes.claim(claim.get(), article.get()) : shapes.article(article.get()),
                        store.pages().dropped(article.get().kept()))));
            } else {
                System.out.print(stored(installation, article.get(), claim));
            }
            return Stop.OK;
        }
    }

    private static Optional<StoredArticle> at(Store store, PageUrl url) {
        return store.articles()
                .current(ArticleId.of(url))
                .or(() -> store.pages()
                        .last(url)
                        .map(Pages.Last::found)
                        .flatMap(found -> store.articles().current(ArticleId.of(found))));
    }

    private String stored(Installation installation, StoredArticle article, Optional<StoredClaim> claim)
            throws IOException {
        Store store = installation.store();
        Optional<Instant> dropped = store.pages().dropped(article.kept());
        Optional<KeptPage> kept = dropped.isPresent()
                ? Optional.empty()
                : Optional.of(installation.archive().read(article.kept()));
        PageFacts facts = kept.map(
                        page -> PageFacts.of(page.facts(), page.page().url()))
                .orElseGet(() -> new PageFacts(article.url(), article.feed(), article.hints()));
        StringBuilder out = new StringBuilder();
        Explanation explanation = new Explanation(out);
        explanation.title("kept");
        explanation.line(
                "archive",
                article.kept().file() + " at byte " + article.kept().offset() + ", "
                        + article.kept().length() + " bytes");
        dropped.ifPresent(at -> explanation.line(
                "dropped", at + ", as keep.pages says: the page is gone, what was read of it is kept"));
        explanation.line("asked", facts.asked().text());
        explanation.line("feed", article.feed().text());
        kept.ifPresent(page -> explanation.page(page.page()));
        explanation.hints(facts.hints());
        explanation.line(
                "version",
                article.version() + ", first seen " + article.firstSeen() + ", this one fetched " + article.fetched());
        for (Entry entry : store.feeds().entries(article.feed(), Integer.MAX_VALUE)) {
            if (entry.entry().link().filter(facts.asked()::equals).isPresent()) {
                explanation.line(
                        "entry",
                        entry.entry().key() + " ended "
                                + entry.ending().map(ending -> ending.inWords()).orElse("not yet")
                                + entry.nextTry()
                                        .map(time -> ", looked at again " + time)
                                        .orElse(""));
            }
        }
        Extractor extractor = Extractor.until(Extractor.Until.CLAIMS, options.settings());
        explanation.reading(
                kept.map(page -> extractor.page(article.id().text(), page.page(), facts.hints()))
                        .orElseGet(() -> extractor.again(article)),
                extractor.description(),
                claim.map(stored -> stored.claim().id()));
        explanation.title("groups");
        explanation.line(
                "story",
                article.story() + ", "
                        + store.articles().inStory(article.story()).size() + " articles");
        for (Stories.Move move : store.stories().movesOf(article.story(), NEAR)) {
            explanation.line(
                    move.kind() == Stories.Move.Kind.JOINED ? "joined" : "split",
                    move.articles() + " from " + move.from() + " into " + move.into() + " at " + move.at() + ": "
                            + move.why());
        }
        int copies = store.articles().inOrigin(article.origin()).size();
        explanation.line("origin", article.origin() + ", " + copies + " articles");
        if (copies > Filing.PER_SHINGLE) {
            explanation.line(
                    "cap",
                    "its text is in more than " + Filing.PER_SHINGLE + " articles: of those that came after them each"
                            + " claim was compared with " + Filing.OF_A_COMMON_TEXT + " others");
        }
        if (claim.isPresent()) {
            explanation.line(
                    "claim group",
                    claim.get().group() + ", "
                            + store.claims().inGroup(claim.get().group()).size() + " claims");
            explanation.line(
                    "state", claim.get().state() + ", first seen " + claim.get().firstSeen());
            for (Claims.Related related :
                    store.claims().relations(claim.get().claim().id())) {
                explanation.related(related);
            }
            ProposalAccounts.of(store, claim.get()).ifPresent(explanation::proposal);
            NearMisses near = new NearMisses(store);
            if (near.capped(claim.get())) {
                explanation.line(
                        "cap",
                        "more than " + Filing.COMPARED + " claims share some of its words; it was compared with those"
                                + " that share most");
            }
            for (Claims.Related miss : near.of(claim.get(), NEAR)) {
                explanation.related(miss);
            }
        }
        return out.toString();
    }

    private static Extractor.Extracted read(Path file, Extractor extractor) throws IOException {
        return isText(file)
                ? extractor.text(Extractor.textFrom(file))
                : extractor.page(file.toString(), Extractor.fromFile(file, Optional.empty()), Hints.NONE);
    }

    private static boolean isText(Path file) {
        return file.toString().endsWith(".txt");
    }

    private static String file(Path file, Extractor extractor) throws IOException {
        StringBuilder out = new StringBuilder();
        Explanation explanation = new Explanation(out);
        if (!isText(file)) {
            explanation.page(Extractor.fromFile(file, Optional.empty()));
        }
        explanation.reading(read(file, extractor), extractor.description(), Optional.empty());
        return out.toString();
    }
}
