package org.hearsay.read.claim;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.Quantity;

/**
 * Something that somebody is said to say, or that the outlet says itself. It points, it never paraphrases: every part
 * is a span of the article's text.
 *
 * @param content the claim's words, possibly split, in order, never empty
 * @param sentence the sentence (or lead-in and item) that holds them
 * @param source the words that name who says it, empty if none
 * @param cue the words that make it a report ("said"), empty for the outlet's own
 * @param voices from the outlet inward, never empty; the last one is who speaks
 * @param denied the voice says it is not so, or the claim negates its main verb
 * @param names the names inside content and source
 * @param quantities the quantities inside the content
 * @param confidence 0 to 1, orders claims; see {@link #doubtful}
 * @param rule which rule or model made it, for people
 */
public record Claim(
        ClaimId id,
        List<Span> content,
        Span sentence,
        List<Span> source,
        List<Span> cue,
        Quotation quotation,
        List<Voice> voices,
        Stance stance,
        boolean denied,
        List<Mention> names,
        List<Quantity> quantities,
        Optional<Proposal> proposal,
        double confidence,
        String rule) {
    /** A doubtful report has less, and any other more. */
    static final double DOUBTFUL = 0.35;

    /** "that the bridge is safe" and not "that bridge": before fewer words it seldom opens a clause. */
    private static final Pattern CONJUNCTION = Pattern.compile("that \\S+ \\S+ \\S");

    /** How the rule of a claim ends that an outlet takes back in a note. */
    static final String CORRECTION = "correction note";

    public Claim {
        content = List.copyOf(content);
        source = List.copyOf(source);
        cue = List.copyOf(cue);
        voices = List.copyOf(voices);
        names = List.copyOf(names);
        quantities = List.copyOf(quantities);
        if (content.isEmpty() || voices.isEmpty()) {
            throw new IllegalArgumentException("a claim has words and a voice: " + id);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
    }

    /** The same words, said by others or otherwise. */
    public Claim saidAs(List<Voice> voices, Stance stance, boolean denied) {
        return copy(voices, stance, denied, names, rule);
    }

    /** The same with other names in it. */
    public Claim withNames(List<Mention> names) {
        return copy(voices, stance, denied, names, rule);
    }

    /** The same, made by another rule. */
    Claim withRule(String rule) {
        return copy(voices, stance, denied, names, rule);
    }

    private Claim copy(List<Voice> voices, Stance stance, boolean denied, List<Mention> names, String rule) {
        return new Claim(
                id,
                content,
                sentence,
                source,
                cue,
                quotation,
                voices,
                stance,
                denied,
                names,
                quantities,
                proposal,
                confidence,
                rule);
    }

    /**
     * Whether it is no report by our own rules, and one to others: what somebody did ("rejected a request"), what the
     * writer thinks, what somebody did not say. It is taken out with the others and shown to no reader.
     */
    public boolean doubtful() {
        return !cue.isEmpty() && confidence < DOUBTFUL;
    }

    /** Who speaks: the innermost voice. */
    public Voice speaker() {
        return voices.get(voices.size() - 1);
    }

    /**
     * How surely it is said, for people. The sentence stands beside it whole, with its own "denied" or "not", so this
     * names what it is instead of saying that it is denied.
     */
    public String stanceInWords() {
        if (takenBack()) {
            return "taken back by a correction";
        }
        if (!denied) {
            return stance.inWords();
        }
        return stance == Stance.ASSERTED ? "a denial" : stance.inWords() + ", a denial";
    }

    /**
     * Whether it stands in a note by which its outlet takes back what an earlier version of the page said. It is denied
     * then, and its voice is the outlet alone.
     */
    public boolean takenBack() {
        return rule.endsWith(CORRECTION);
    }

    /** The claim's words in {@code text}, pieces joined by " … ". */
    public String words(String text) {
        return String.join(" … ", content.stream().map(s -> s.of(text)).toList());
    }

    /**
     * The claim's {@code words} as people and comparers get them: without the "that" by which an indirect report hangs on
     * its cue.
     */
    public String shown(String words) {
        boolean hangs = quotation != Quotation.DIRECT
                && !cue.isEmpty()
                && CONJUNCTION.matcher(words).lookingAt();
        return hangs ? words.substring("that ".length()) : words;
    }
}
