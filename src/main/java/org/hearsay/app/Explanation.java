package org.hearsay.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Claims;
import org.hearsay.keep.store.ProposalAccounts;
import org.hearsay.page.Page;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Extraction;
import org.hearsay.read.article.Hints;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Findings;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Term;
import org.hearsay.read.compare.Difference;
import org.hearsay.read.language.Quantity;
import org.hearsay.read.language.Reading;
import org.hearsay.read.language.Sentence;
import org.hearsay.read.language.Token;

/** Sets down, line by line, what was seen on the way from bytes to claims. */
final class Explanation {
    private final StringBuilder out;
    /** What has been told in full; whoever shares it points there. */
    private final Map<Object, ClaimId> toldBy = new HashMap<>();

    Explanation(StringBuilder out) {
        this.out = out;
    }

    void title(String words) {
        out.append(out.isEmpty() ? "" : "\n")
                .append(words.toUpperCase(java.util.Locale.ROOT))
                .append('\n');
    }

    void line(String name, String value) {
        out.append(String.format(java.util.Locale.ROOT, "  %-12s %s%n", name, value));
    }

    void page(Page page) {
        title("page");
        line("found", page.url().text());
        line("fetched", page.fetched() + ", status " + page.status() + ", " + page.body());
        line("sha-256", page.body().sha256());
        line("type", page.contentType().orElse("not stated"));
    }

    void hints(Hints hints) {
        line("outlet", hints.outlet().map(name -> name + " (feed list or feed)").orElse("left to the page"));
        line("feed's title", hints.title().orElse("none"));
        line("feed's date", hints.published().map(Object::toString).orElse("none"));
    }

    /** @param only the claim to be told in full; all of them if absent */
    void reading(Extractor.Extracted extracted, String model, Optional<ClaimId> only) {
        title("article");
        if (extracted.extraction() instanceof Extraction.Unreadable no) {
            line("none", no.why() + ": " + no.detail());
            return;
        }
        Article article = ((Extraction.Readable) extracted.extraction()).article();
        line("id", article.id().text());
        line("title", article.title().orElse("none"));
        line("outlet", article.outlet());
        line("authors", article.authors().isEmpty() ? "none named" : String.join(", ", article.authors()));
        line("published", article.published().map(Object::toString).orElse("not stated"));
        line("modified", article.modified().map(Object::toString).orElse("not stated"));
        line("language", article.language().orElse("not stated"));
        line("agency", article.agency().orElse("none named"));
        line("blocks", article.blocks().size() + ", " + article.text().length() + " characters");
        Reading reading = extracted.reading().orElseThrow();
        Findings findings = extracted.findings().orElseThrow();
        List<Claim> told = findings.claims().stream()
                .filter(claim -> only.isEmpty() || claim.id().equals(only.get()))
                .toList();
        if (only.isEmpty()) {
            article.blocks().forEach(block -> block(article, block));
        }
        title("language");
        line("read by", model);
        line("english", reading.english() ? "yes" : "no, so no claims are taken");
        line(
                "found",
                reading.sentences().size() + " sentences, " + reading.names().size() + " names, "
                        + reading.quantities().size() + " quantities");
        if (only.isEmpty()) {
            reading.entities()
                    .forEach(entity -> line(
                            entity.type().toString().toLowerCase(java.util.Locale.ROOT),
                            entity.name() + " " + entity.id() + " "
                                    + entity.mentions().size() + " times"
                                    + (entity.role().isEmpty() ? "" : ", role " + entity.role())));
            reading.quantities().forEach(quantity -> quantity(article, quantity));
        }
        for (Claim claim : told) {
            claim(reading, claim);
        }
    }

    private void block(Article article, Block block) {
        String kind = block.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        String leadIn = block instanceof Block.Item item
                ? item.leadIn()
                        .map(span -> " (under: " + article.words(span) + ")")
                        .orElse("")
                : "";
        line(kind, at(block.span()) + " " + article.words(block.span()) + leadIn);
    }

    private void quantity(Article article, Quantity quantity) {
        line(
                "quantity",
                at(quantity.span()) + " \"" + article.words(quantity.span()) + "\" "
                        + quantity.kind() + " " + bounds(quantity) + " " + quantity.unit() + " "
                        + quantity.closeness()
                        + quantity.of()
                                .map(of -> ", of \"" + article.words(of) + "\"")
                                .orElse("")
                        + quantity.when()
                                .map(when -> ", when \"" + article.words(when) + "\"")
                                .orElse(""));
    }

    private static String bounds(Quantity quantity) {
        return quantity.low()
                .map(low -> low.toPlainString()
                        + (low.compareTo(quantity.high().orElseThrow()) == 0
                                ? ""
                                : " to " + quantity.high().orElseThrow().toPlainString()))
                .orElse("open");
    }

    private void claim(Reading reading, Claim claim) {
        Article article = reading.article();
        title("claim " + claim.id());
        line("rule", claim.rule() + ", confidence " + claim.confidence());
        line("sentence", at(claim.sentence()) + " " + article.words(claim.sentence()));
        line("content", words(article, claim.content()));
        line("source", words(article, claim.source()));
        line("cue", words(article, claim.cue()));
        line("quotation", claim.quotation().toString());
        line("voices", ClaimWords.voices(claim));
        line("stance", claim.stanceInWords());
        claim.quantities().forEach(quantity -> quantity(article, quantity));
        claim.proposal()
                .ifPresent(proposal -> once("proposal", proposal, claim.id(), () -> proposal(article, proposal)));
        reading.sentences().stream()
                .filter(sentence -> sentence.span().overlaps(claim.sentence()))
                .forEach(sentence -> once("tokens", sentence, claim.id(), () -> line("tokens", tokens(sentence))));
    }

    /** Several claims of one sentence, or about one proposal, tell it once. */
    private void once(String name, Object what, ClaimId claim, Runnable inFull) {
        ClaimId first = toldBy.putIfAbsent(what, claim);
        if (first == null) {
            inFull.run();
        } else {
            line(name, "as in claim " + first);
        }
    }

    private static String tokens(Sentence sentence) {
        return sentence.tokens().stream().map(Explanation::token).collect(Collectors.joining(" "));
    }

    private static String token(Token token) {
        return token.text() + "/" + token.tag() + (token.lemma().equals(token.text()) ? "" : "/" + token.lemma());
    }

    private void proposal(Article article, Proposal proposal) {
        String surely = proposal.likelihood()
                .map(likely -> ", confidence " + likely.share())
                .orElse("");
        line("proposal", proposal.act() + ", " + proposal.status() + surely);
        proposal.likelihood().ifPresent(likely -> line("signs", String.join("; ", likely.signs())));
        line("trigger", words(article, proposal.trigger()));
        line("from", words(article, proposal.proposer()));
        line("to", words(article, proposal.recipient()));
        line("matter", words(article, proposal.matter()));
        line("reporter", words(article, proposal.reporter()));
        for (Term term : proposal.terms()) {
            line("term", term.kind() + " " + words(article, term.spans()));
        }
    }

    void related(Claims.Related related) {
        String differences = related.relation().differences().stream()
                .map(Difference::inWords)
                .collect(Collectors.joining("; "));
        line(
                related.relation().kind().toString().toLowerCase(java.util.Locale.ROOT),
                related.other().outlet() + ": " + related.other().shown()
                        + (differences.isEmpty() ? "" : " — " + differences)
                        + " (" + String.join(", ", related.relation().why()) + ")");
    }

    /** Its terms beside those that others tell, and the proposals that came near and are others. */
    void proposal(ProposalAccounts accounts) {
        out.append(ProposalWords.lines(accounts));
        ProposalWords.apart(accounts).forEach(line -> line("other offer", line));
    }

    private static String words(Article article, List<Span> spans) {
        return spans.isEmpty()
                ? "-"
                : spans.stream()
                        .map(span -> at(span) + " \"" + article.words(span) + "\"")
                        .collect(Collectors.joining(" … "));
    }

    private static String at(Span span) {
        return "[" + span.start() + "," + span.end() + "]";
    }
}
