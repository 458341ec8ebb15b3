package org.hearsay.read.claim;

import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;

/**
 * Whether somebody proposes something to somebody. What is on sale, what consumers want, what a guide tells its reader to ask
 * for and what things "promise" or "call for" are no proposals: most of these stand in the present tense and have no party to them.
 */
final class Parties {
    /** Whom shops and advisers write about; as a subject of the present tense they ask nobody for anything. */
    private static final Set<String> AUDIENCE = Set.of(
            "consumer",
            "customer",
            "user",
            "buyer",
            "shopper",
            "creator",
            "traveler",
            "traveller",
            "reader",
            "visitor",
            "guest",
            "client",
            "people",
            "beginner",
            "homeowner",
            "fan",
            "player",
            "parent",
            "student",
            "employer",
            "owner",
            "lover",
            "enthusiast",
            "gamer",
            "learner");

    /** Words that propose though they are papers. */
    private static final Set<String> PAPERS = Set.of("petition", "manifesto", "paper", "text", "appeal", "ultimatum");

    /** From so many words to the reader on, and so many a line, a text is a guide. */
    private static final int LEAST_YOU = 4;

    private static final int LINES_A_YOU = 8;

    /** What scholars propose binds nobody. */
    private static final Set<String> THEORIES = Set.of(
            "idea",
            "theory",
            "model",
            "method",
            "algorithm",
            "framework",
            "solver",
            "hypothesis",
            "architecture",
            "technique");

    private final Lexicon lexicon;
    private final boolean guide;

    Parties(Lines lines, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.guide = guides(lines);
    }

    private static boolean guides(Lines lines) {
        int you = 0;
        for (Line line : lines.all()) {
            for (int i = 0; i < line.size(); i++) {
                you += line.is(i, "you", "your", "yours") && !line.quoted(i) ? 1 : 0;
            }
        }
        return you >= Math.max(LEAST_YOU, lines.all().size() / LINES_A_YOU);
    }

    /**
     * "They will ask for water": somebody whom the text has not named, in what is no news of him. "It" is a body that the text
     * has just spoken of, even where none of several fits surely.
     */
    boolean unknown(Line line, Span by, int verb, Offers offers) {
        int first = Speakers.indexAt(line, by.start());
        boolean pronoun = line.is(first, "he", "she", "they") && line.end(first) >= by.end();
        return pronoun
                && (present(line, verb) || guide)
                && offers.by(line, by).span().isEmpty();
    }

    /** Whether the text speaks to its reader, as advice and shops do. */
    boolean inGuide() {
        return guide;
    }

    /** Whether whoever is said to do what the verb tells can be a party to it. */
    boolean none(Line line, Span by, int verb, Proposal.Act act, String lemma) {
        int first = Speakers.indexAt(line, by.start());
        if (nobody(line, first) || denied(line, verb) || supposed(line, first, verb)) {
            return true;
        }
        int last = Speakers.indexAt(line, by.end() - 1);
        boolean purpose =
                line.is(verb - 1, "to") && last == verb - 2 && line.name(last).isEmpty();
        if (first < verb && (passive(line, verb) || noun(line, verb))) {
            return true;
        }
        boolean order = first == line.body()
                && line.tagged(first, "VERB")
                && line.word(first).equals(line.lemma(first));
        if (purpose || order) {
            return true; // "applications to call for help", "meet, review and demand"
        }
        boolean present = present(line, verb);
        if (lemma.equals("suggest")) {
            return present;
        }
        if (first > verb && line.word(verb).equals(line.lemma(verb)) || order(line, verb)) {
            return true; // "ask your insurer to explain"
        }
        return present && idle(line, by, first, verb, act, lemma);
    }

    /** "If leaders push for a deal", "When patients ask for help", "could call on": he has not done it. */
    private static boolean supposed(Line line, int first, int verb) {
        int aux = beforeAdverbs(line, verb);
        return line.is(first - 1, "if", "unless", "whether", "should", "whenever")
                || line.is(first - 1, "say", "suppose") && first - 1 == line.body()
                || line.is(first - 1, "when") && present(line, verb)
                || line.is(aux, "can", "could", "may", "might") && line.tagged(aux, "AUX");
    }

    /** The "being" of "are being strongly urged". */
    private static int beforeAdverbs(Line line, int verb) {
        int aux = verb - 1;
        while (line.tagged(aux, "ADV")) {
            aux--;
        }
        return aux;
    }

    /** "residents are being urged to stay inside": they are whom somebody urges. */
    private static boolean passive(Line line, int verb) {
        int aux = beforeAdverbs(line, verb);
        return line.is(aux, "is", "are", "was", "were", "been", "being", "be")
                && !line.word(verb).endsWith("ing");
    }

    /** "a rider's highest demands on the frame" are no verb, and "that the council agree" tells what ought to be. */
    private static boolean noun(Line line, int verb) {
        boolean wished = line.is(verb, "agree")
                && line.tagged(verb - 1, "NOUN")
                && line.word(verb - 1).equals(line.lemma(verb - 1))
                && !line.word(verb - 1).endsWith("s");
        return wished || line.tagged(verb - 1, "ADJ") && line.is(verb - 2, "'s", "the", "its", "their", "his", "her");
    }

    /** Whether a phrase can be a party: somebody, or several, or "the district"; not "71 percent" and not "circuit". */
    boolean party(Line line, Span by) {
        int first = Speakers.indexAt(line, by.start());
        int head = head(line, by);
        boolean plural = line.tagged(head, "NOUN") && !line.word(head).equals(line.lemma(head));
        boolean counted = line.tagged(first, "NUM", "SYM") || line.is(first, "plenty", "lots");
        return named(line, by) || speaks(line, head) || line.tagged(first, "PRON", "DET") || plural && !counted;
    }

    static boolean named(Line line, Span words) {
        for (int k = Speakers.indexAt(line, words.start()); k < line.size() && line.start(k) < words.end(); k++) {
            if (line.name(k).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static int head(Line line, Span by) {
        int first = Speakers.indexAt(line, by.start());
        int last = Speakers.indexAt(line, by.end() - 1);
        return Math.max(first, Math.min(Phrases.baseEndOf(line, first) - 1, last));
    }

    private boolean speaks(Line line, int head) {
        String noun = line.lemma(head);
        return lexicon.speaker(noun).isPresent()
                || PAPERS.contains(noun)
                || lexicon.isRole(noun)
                || lexicon.actNamed(noun).isPresent();
    }

    private static boolean denied(Line line, int verb) {
        return line.is(verb - 1, "not", "n't", "never")
                || line.tagged(verb - 1, "ADV") && line.is(verb - 2, "not", "n't");
    }

    /** "Before you buy, ask your insurer": a bare form with nobody before it. */
    private static boolean order(Line line, int verb) {
        return line.word(verb).equals(line.lemma(verb))
                && (verb == line.body() || line.is(verb - 1, ",", ":"))
                && (line.is(verb - 1, ":") || line.is(verb + 1, "your", "you", "yourself", "questions", "about"));
    }

    private boolean idle(Line line, Span by, int first, int verb, Proposal.Act act, String lemma) {
        int last = Speakers.indexAt(line, by.end() - 1);
        int who = line.is(last, "who", "that", "which") ? last : last + 1;
        boolean relative = line.is(who, "who", "that", "which") || line.is(who, "wanting") && who == verb;
        if (relative && !line.is(who - 1, ",") && line.name(who - 1).isEmpty()) {
            return true;
        }
        int head = head(line, by);
        String noun = line.lemma(head);
        boolean plural = line.tagged(head, "NOUN") && !line.word(head).equals(noun);
        boolean definite = line.is(first, "the", "its", "his", "her", "their")
                || line.name(head).isPresent();
        String word = line.word(head);
        boolean audience = AUDIENCE.contains(noun)
                || word.endsWith("s") && AUDIENCE.contains(word.substring(0, word.length() - 1));
        if (audience && !definite) {
            return true;
        }
        boolean many = line.is(
                        first, "many", "some", "most", "these", "those", "all", "both", "more", "others", "each",
                        "every")
                || line.is(first, "a") && line.is(first + 1, "lot", "number", "few");
        boolean wants = lemma.equals("want") || lemma.equals("seek") || lemma.equals("recommend") && definite;
        if (many && !wants && line.name(head).isEmpty()) {
            return true;
        }
        boolean speaks = named(line, head, last) || line.tagged(first, "PRON") || speaks(line, head);
        boolean gives = act == Proposal.Act.OFFER || act == Proposal.Act.PLEDGE;
        return !speaks && !wants && (gives || !plural && !line.word(verb).endsWith("ing"));
    }

    /** Whether the head is a name, or one is added in commas. */
    private static boolean named(Line line, int head, int last) {
        for (int k = head; k <= last; k++) {
            if (line.name(k).isPresent() && (k == head || line.is(k - 1, ",", "the") || line.sameName(k, k - 1))) {
                return true;
            }
        }
        return false;
    }

    /** The verb of a cue: "also offered", "called for". */
    static int verbIn(Line line, Span cue) {
        int last = Speakers.indexAt(line, cue.end() - 1);
        for (int k = last; k >= 0 && line.start(k) >= cue.start(); k--) {
            if (line.tagged(k, "VERB")) {
                return k;
            }
        }
        return last;
    }

    /** The present tense, a habit, or what may or will be: all but what somebody did. */
    static boolean present(Line line, int verb) {
        boolean aux = false;
        for (int k = verb - 1; k >= 0 && line.tagged(k, "AUX", "ADV", "PART"); k--) {
            if (line.is(k, "has", "have", "had", "was", "were", "'ve")) {
                return false;
            }
            aux |= line.is(k, "is", "are", "do", "does", "can", "may", "might", "will", "'s", "'re");
        }
        String word = line.word(verb);
        return aux || word.equals(line.lemma(verb)) || word.endsWith("s") || word.endsWith("ing");
    }

    /** "offers three kinds of tea": what is on sale or at hand is nothing that somebody proposes to somebody. */
    boolean onSale(Line line, int verb, int from, int to, Terms terms) {
        boolean offers = line.is(verb, "offers", "offer", "offering", "offered") && (guide || present(line, verb));
        if (!offers || line.is(from, "to")) {
            return false;
        }
        Optional<Span> recipient = Addressee.of(line, "offer", from, to).span();
        boolean party = recipient
                .map(r -> Speakers.indexAt(line, r.start()))
                .filter(k -> line.name(line.is(k, "the") ? k + 1 : k).isPresent()
                        || line.is(k, "the", "its", "his", "her", "their"))
                .filter(k ->
                        line.tagged(Speakers.indexAt(line, recipient.get().end() - 1) + 1, "DET", "NUM", "SYM", "ADJ"))
                .isPresent();
        boolean exchanged = terms.asides(line, from, to).stream().anyMatch(t -> t.kind() == Term.Kind.GETS);
        boolean now = line.is(verb, "offering") && line.tagged(verb - 1, "AUX", "ADV") || line.is(verb - 1, "will");
        boolean sum = line.hasSum(line.span(from, now ? to : Math.min(to, from + 4)));
        return !party && !exchanged && (!sum || guide);
    }

    /** "Neither side has asked for it": then nothing was. "You want", "one may ask" is nobody either. */
    private static boolean nobody(Line line, int first) {
        boolean reader = line.is(first, "you", "your", "i", "we", "one", "my", "our") && !line.quoted(first);
        return reader
                || line.is(
                        first,
                        "neither",
                        "nobody",
                        "none",
                        "no",
                        "nothing",
                        "few",
                        "who",
                        "which",
                        "anyone",
                        "everyone",
                        "someone");
    }

    /** "asked me which camera is good", "told you to do so": an answer is wanted, or it is the reader who is addressed. */
    boolean asks(Line line, String lemma, Addressee addressee) {
        boolean reader = addressee
                .span()
                .map(s -> Speakers.indexAt(line, s.start()))
                .filter(k -> line.is(k, "you", "yourself", "your") && !line.quoted(k))
                .isPresent();
        int from = addressee.matter();
        boolean asked = line.lemma(Phrases.baseEndOf(line, from) - 1).equals("question"); // "asked five questions"
        boolean quoted = lemma.startsWith("ask")
                && (line.quoteMark(from) || line.is(from, "yourself", "about") || line.is(from - 1, "about") || asked);
        boolean advice = line.is(line.is(from, "that") ? from + 1 : from, "you", "your") && !line.quoted(from);
        boolean theory = lemma.equals("propose") && THEORIES.contains(line.lemma(Phrases.baseEndOf(line, from) - 1));
        return reader
                || advice
                || quoted
                || theory
                || nothing(line, from)
                || line.is(addressee.matter(), "which", "what", "when", "how", "why", "who", "whether", "where");
    }

    /** "has proposed nothing", "offered no reason", "offered insights into". */
    boolean nothing(Line line, int from) {
        int head = Phrases.baseEndOf(line, from) - 1;
        return line.is(from, "nothing", "none", "little", "neither", "into")
                || head >= from && lexicon.isTold(line.lemma(head))
                || line.is(from, "no") && !line.is(from + 1, "more", "less", "fewer", "longer", "later");
    }

    /** Whether a cue names what is offered and that only says something: "offered new insight on". */
    boolean says(Line line, int verb, Span cue) {
        for (int k = verb + 1; k < line.size() && line.start(k) < cue.end(); k++) {
            if (lexicon.isTold(line.lemma(k))) {
                return true;
            }
        }
        return false;
    }

    /** "could hold out for 60 weeks", "promised for years": nobody offers or asks for a while alone. */
    static boolean lasts(Line line, int from, int to) {
        int first = line.is(from, "for") ? from + 1 : from;
        return first < to
                && line.quantities(line.span(first, to)).stream()
                        .anyMatch(q -> q.kind() == Quantity.Kind.DURATION
                                && q.span().start() <= line.start(first)
                                && q.span().end() >= line.span(first, to).end());
    }
}
