package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.Quantity;
import org.hearsay.read.language.Reading;

/** Finds claims in readings. Thread-safe and pure. */
public final class ClaimFinder {
    /** A longer line is a list, a table or an attack; no sentence of the development texts has more than 200 words. */
    static final int LONGEST_LINE = 300;

    private static final Comparator<Draft> IN_TEXT_ORDER = Comparator.comparingInt(
                    (Draft d) -> d.line.sentence().span().start())
            .thenComparingInt(d -> d.reach().start())
            .thenComparingInt(d -> d.reach().end());

    private final Lexicon lexicon = new Lexicon();
    private final Stances stances = new Stances(lexicon);
    private final Reports rules = new RuleReports(lexicon);
    private final StatementModel statements = StatementModel.load("statements.txt");
    private final StatementModel words = StatementModel.load("reports.txt");
    private final StanceModel stanceModel = StanceModel.load();

    /** @param drafts the doubtful ones behind all others */
    private record Found(List<Draft> drafts, List<Proposal> proposals) {}

    public Findings claimsIn(Reading reading) {
        if (!reading.english()) {
            return new Findings(reading, List.of(), List.of());
        }
        Lines lines = new Lines(reading, lexicon);
        Found found = found(lines);
        List<Claim> claims = claims(lines, found.drafts(), found.proposals());
        return new Findings(reading, CorrectionNote.read(claims, reading.article()), found.proposals());
    }

    /** Each claim with what speaks for its stance: what the models of stance and denial learn from. */
    public List<StanceCase> stancesIn(Reading reading) {
        Lines lines = new Lines(reading, lexicon);
        Found found = found(lines);
        StanceJudge judge = new StanceJudge(lines, lexicon, stances, found.proposals());
        return found.drafts().stream()
                .filter(draft -> !draft.rule.endsWith(Doubts.RULE))
                .map(judge::read)
                .toList();
    }

    private Found found(Lines lines) {
        Doubts doubts = new Doubts();
        Speakers speakers = new Speakers(lines, lexicon);
        Dressing dressing = new Dressing(lexicon);
        List<Draft> drafts = reports(lines, speakers, dressing, doubts);
        OwnClaims own = new OwnClaims(lines, lexicon, stances, speakers, statements, drafts);
        Set<Line> reported = linesOf(drafts);
        drafts.addAll(own.find(drafts));
        drafts.sort(IN_TEXT_ORDER);
        List<Proposal> proposals = new Proposals(lines, lexicon, stances, speakers).find(drafts);
        doubts.takeOut(drafts, d -> d.unconfirmed && d.proposal < 0);
        ActsTold.hand(drafts, speakers.outlet(), doubts);
        new WholeList(lines, lexicon, speakers).read(drafts);
        doubts.keep(Fragments.mend(drafts, lexicon));
        drafts.forEach(Trimming::trim);
        drafts.removeIf(Trimming::saysNothing);
        reported.removeAll(linesOf(drafts));
        drafts.addAll(told(own.instead(reported), proposals));
        drafts.sort(IN_TEXT_ORDER);
        drafts.addAll(doubts.told(dressing));
        return new Found(drafts, proposals);
    }

    /** Each clause that the outlet may be saying itself, claim or not: what the model of them learns from. */
    public List<OutletClause> outletClausesIn(Reading reading) {
        Lines lines = new Lines(reading, lexicon);
        Speakers speakers = new Speakers(lines, lexicon);
        List<Draft> drafts = reports(lines, speakers, new Dressing(lexicon), new Doubts());
        return new OwnClaims(lines, lexicon, stances, speakers, statements, drafts)
                .statements(drafts).stream()
                        .map(w -> new OutletClause(w.statement().span(), w.signs()))
                        .toList();
    }

    /** Each report that the encoder or a rule finds, told by somebody or an act: what the model of them learns from. */
    public List<ReportClause> reportsIn(Reading reading) {
        Lines lines = new Lines(reading, lexicon);
        ReportSigns signs = new ReportSigns(lines, lexicon);
        return dressed(lines, new Dressing(lexicon), new Doubts()).stream()
                .filter(ActsTold::whole)
                .map(d -> new ReportClause(d.reach(), d.cueSpans.get(0), signs.of(d)))
                .toList();
    }

    /** What others are said to say, think or ask, with whose words they are. */
    private List<Draft> reports(Lines lines, Speakers speakers, Dressing dressing, Doubts doubts) {
        List<Draft> drafts = dressed(lines, dressing, doubts);
        new ActsTold(lines, lexicon, words).mark(drafts);
        InnerReports inner = new InnerReports(lexicon);
        inner.find(drafts, dressing);
        byLine(drafts).forEach(ClaimFinder::nest);
        nestInSpeech(drafts);
        oneSpeakerEach(drafts);
        new Continued(lines).extend(drafts);
        for (Draft draft : drafts) {
            draft.voices = speakers.voices(draft);
        }
        doubts.keep(inner.settle(drafts));
        Clauses.part(drafts);
        return drafts;
    }

    private List<Draft> dressed(Lines lines, Dressing dressing, Doubts doubts) {
        Reports found = lines.reading()
                .tagging()
                .<Reports>map(tagging -> new TaggedReports(lexicon, rules, tagging))
                .orElse(rules);
        List<Draft> drafts = new ArrayList<>(found.in(lines));
        new Through(lexicon).mend(drafts);
        doubts.takeOut(drafts, d -> d.doubtful || selfMade(d) || NoReport.is(d));
        drafts.forEach(d -> d.unconfirmed |= NoReport.agreed(d) && Reporting.named(d));
        drafts.forEach(dressing::dress);
        Opinion opinion = new Opinion(lines.reading());
        doubts.takeOut(drafts, d -> told(lines, d) && opinion.idle(d.content));
        return drafts;
    }

    /**
     * Neither quoted nor asked, and in a paragraph: of headings the network has seen few, and a lead-in says something by its items
     * alone.
     */
    private static boolean told(Lines lines, Draft draft) {
        Block block = lines.block(draft.line.sentence().block());
        return draft.quotation != Quotation.DIRECT
                && draft.cue.filter(c -> c.kind() == Cue.Kind.QUESTION).isEmpty()
                && block instanceof Block.Paragraph
                && !draft.line.is(draft.line.size() - 1, ":");
    }

    private static Set<Line> linesOf(List<Draft> drafts) {
        Set<Line> lines = Collections.newSetFromMap(new IdentityHashMap<>());
        drafts.forEach(d -> lines.add(d.line));
        return lines;
    }

    /** Each with the proposal that its words open. */
    private static List<Draft> told(List<Draft> drafts, List<Proposal> proposals) {
        for (Draft draft : drafts) {
            for (int i = 0; i < proposals.size(); i++) {
                boolean opens =
                        draft.content.get(0).contains(proposals.get(i).trigger().get(0));
                draft.proposal = opens ? i : draft.proposal;
            }
        }
        return drafts;
    }

    private static Collection<List<Draft>> byLine(List<Draft> drafts) {
        Map<Line, List<Draft>> lines = new IdentityHashMap<>();
        drafts.forEach(
                d -> lines.computeIfAbsent(d.line, l -> new ArrayList<>()).add(d));
        return lines.values();
    }

    /**
     * A quotation between two cues belongs to the one before it, as in 'She added: "…" Weil replied', unless it ends with
     * the comma of the one behind: 'She scolded him: "…," she said'.
     */
    private static void oneSpeakerEach(List<Draft> drafts) {
        Map<Span, Draft> speakers = new HashMap<>();
        for (Draft draft : List.copyOf(drafts)) {
            if (draft.quotation != Quotation.DIRECT || draft.content.isEmpty()) {
                continue;
            }
            Span quotation = draft.content.get(0);
            Draft other = speakers.putIfAbsent(quotation, draft);
            boolean before = other != null
                    && other.cueSpans.get(0).start() < quotation.start()
                    && !draft.line.reading().article().text().startsWith(",", quotation.end());
            if (other != null && before) {
                draft.content.remove(0);
                if (draft.content.isEmpty()) {
                    drafts.remove(draft);
                }
            } else if (other != null) {
                drafts.remove(other);
                speakers.put(quotation, draft);
            }
        }
    }

    /**
     * "I think" and "we believe" outside of quotations are the writer's opinion; what the writer said or asked is told
     * like anybody else's words.
     */
    private boolean selfMade(Draft draft) {
        if (draft.source.isEmpty()) {
            return false;
        }
        Line line = draft.line;
        int i = Speakers.indexAt(line, draft.source.get(0).start());
        boolean writer = line.is(i, "i", "we");
        if (writer && draft.quotation == Quotation.DIRECT) {
            return false;
        }
        return writer && !said(draft)
                || line.is(i, "you", "there", "what", "me", "whoever", "whatever")
                || line.is(i, "who") && i == line.body()
                || line.is(i, "my", "this")
                        && line.end(i) >= draft.source.get(0).end();
    }

    /** "I said", "we asked"; not "I would say", "I'm not saying that", which say nothing but what follows. */
    private boolean said(Draft draft) {
        int first = Speakers.indexAt(draft.line, draft.cueSpans.get(0).start());
        int verb = Speakers.indexAt(draft.line, draft.cueSpans.get(0).end() - 1);
        boolean past = !draft.line.word(verb).equals(draft.line.lemma(verb))
                && !draft.line.word(verb).endsWith("ing")
                && !draft.line.is(first, "would", "could", "should", "might", "do", "did", "am", "'m", "are");
        return !draft.object
                && past
                && lexicon.verb(draft.line.lemma(verb))
                        .filter(c -> c.kind() == Cue.Kind.SPEECH || c.kind() == Cue.Kind.QUESTION)
                        .isPresent();
    }

    /** A report whose cue lies in another's content is told by that one's speaker. */
    private static void nest(List<Draft> drafts) {
        for (Draft inner : drafts) {
            for (Draft outer : drafts) {
                boolean within = outer != inner
                        && !inner.cueSpans.isEmpty()
                        && outer.content.stream().anyMatch(s -> s.contains(inner.cueSpans.get(0)))
                        && outer.reach().length() > inner.reach().length();
                boolean closer = within
                        && inner.inside
                                .map(d -> d.reach().length() > outer.reach().length())
                                .orElse(true);
                if (closer && !outer.source.isEmpty()) {
                    inner.inside = Optional.of(outer);
                }
            }
        }
    }

    /** What somebody tells of another in his paragraph of a transcript comes through him, in whichever sentence it stands. */
    private static void nestInSpeech(List<Draft> drafts) {
        Optional<Draft> speech = Optional.empty();
        for (Draft draft : drafts) {
            if (draft.rule.equals(Transcript.RULE)) {
                speech = Optional.of(draft);
            } else if (draft.inside.isEmpty()
                    && !draft.cueSpans.isEmpty()
                    && speech.filter(s -> s.content.get(0).contains(draft.cueSpans.get(0)))
                            .isPresent()) {
                draft.inside = speech;
            }
        }
    }

    /** @param drafts the doubtful ones behind all others, so that they change no other's number */
    private List<Claim> claims(Lines lines, List<Draft> drafts, List<Proposal> proposals) {
        Article article = lines.reading().article();
        Map<List<Object>, Integer> occurrences = new HashMap<>();
        Set<List<Object>> said = new HashSet<>();
        StanceJudge judge = new StanceJudge(lines, lexicon, stances, proposals);
        Opinion opinion = new Opinion(lines.reading());
        Map<Draft, Claim> claims = new IdentityHashMap<>();
        for (Draft draft : drafts) {
            if (!said.add(
                    List.of(List.copyOf(draft.content), List.copyOf(draft.source), List.copyOf(draft.cueSpans)))) {
                continue;
            }
            String source =
                    String.join(" ", draft.source.stream().map(article::words).toList());
            List<String> words = draft.content.stream().map(article::words).toList();
            int occurrence = occurrences.merge(List.of(source, words), 1, Integer::sum) - 1;
            claims.put(
                    draft,
                    claim(
                            lines,
                            draft,
                            proposals,
                            judge.read(draft),
                            opinion,
                            ClaimId.of(article.id(), source, words, occurrence)));
        }
        return drafts.stream()
                .filter(claims::containsKey)
                .sorted(IN_TEXT_ORDER)
                .map(claims::get)
                .toList();
    }

    private Claim claim(
            Lines lines, Draft draft, List<Proposal> proposals, StanceCase judged, Opinion opinion, ClaimId id) {
        Reading reading = lines.reading();
        List<Span> words = new ArrayList<>(draft.content);
        words.addAll(draft.source);
        List<Mention> names = inside(reading.names(), Mention::span, words);
        List<Quantity> quantities = inside(reading.quantities(), Quantity::span, draft.content);
        Span sentence = draft.line.sentence().span();
        for (Span span : draft.content) {
            sentence = Spans.cover(sentence, span);
        }
        return new Claim(
                id,
                draft.content,
                sentence,
                draft.source,
                draft.cueSpans,
                draft.quotation,
                draft.voices,
                draft.listed.orElseGet(
                        () -> stanceModel.stance(judged.stance(), judged.signs(), opinion.stances(draft.content))),
                stanceModel.denied(judged.denied(), judged.denials(), opinion.denied(draft.content)),
                names,
                quantities,
                draft.proposal < 0 ? Optional.empty() : Optional.of(proposals.get(draft.proposal)),
                Math.round(1000 * confidence(draft, proposals)) / 1000.0,
                draft.rule + draft.mended);
    }

    /** What the outlet tells of a proposal is worth keeping as surely as it is one; a report's confidence is of the report. */
    private static double confidence(Draft draft, List<Proposal> proposals) {
        if (draft.proposal < 0 || !draft.rule.startsWith("own")) {
            return draft.confidence;
        }
        Proposal proposal = proposals.get(draft.proposal);
        boolean opens = draft.reach().contains(proposal.trigger().get(0));
        return opens ? proposal.likelihood().map(Likelihood::share).orElse(draft.confidence) : draft.confidence;
    }

    /** Those of a list in text order that lie in one of the spans. */
    private static <T> List<T> inside(List<T> all, Function<T, Span> spanOf, List<Span> spans) {
        List<T> found = new ArrayList<>();
        Set<T> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Span span : spans.stream().sorted().toList()) {
            int low = 0;
            int high = all.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (spanOf.apply(all.get(middle)).start() < span.start()) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            for (int i = low; i < all.size() && spanOf.apply(all.get(i)).start() < span.end(); i++) {
                if (span.contains(spanOf.apply(all.get(i))) && seen.add(all.get(i))) {
                    found.add(all.get(i));
                }
            }
        }
        return found;
    }
}
