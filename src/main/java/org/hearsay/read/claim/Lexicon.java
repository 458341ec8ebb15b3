package org.hearsay.read.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The word lists of one language, from {@code lang/en} on the class path. Adding a cue, a hedge or a speaker is one line
 * there; the Java knows only the columns.
 */
final class Lexicon {
    /** What sort of speaker a noun is. */
    enum Speaker {
        /** Somebody without a name, even with "the" before. */
        PERSON,
        GROUP,
        /** With "the" before, somebody whom the text has named or ought to have. */
        KNOWN,
        /** The same for a body of people, which is no "he" and no "she". */
        BODY,
        DOCUMENT
    }

    private static final Set<String> NO_STATUS = Set.of("light", "holds", "binds", "outcome", "yields", "state");

    private final Map<String, Cue> verbs;
    private final Map<String, Cue> nouns;
    private final Map<String, String> verbForms = new HashMap<>();
    private final Map<String, String> bases = new HashMap<>();
    private final Map<String, Speaker> speakers = new HashMap<>();
    private final Map<String, List<Hedge>> hedges = new HashMap<>();
    private final FirstNames firstNames = new FirstNames();
    private final Map<String, Proposal.Act> acts = new HashMap<>();
    private final Map<String, String> actUses = new HashMap<>();
    private final Map<String, Term.Kind> termKinds = new LinkedHashMap<>();
    private final Map<String, String> proposalVerbs = new HashMap<>();
    private final Map<String, String> termWords = new HashMap<>();
    private final Set<String> hearsay;
    private final Set<String> events;
    private final Set<String> publishers;
    private final Set<String> roles;
    private final Set<String> estimated;
    private final Set<String> plainVerbs;
    private final Set<String> told;

    /**
     * One line of {@code hedges.txt}.
     *
     * @param verb whether a verb must follow
     */
    record Hedge(List<String> words, boolean verb, Stance stance) {
        Hedge {
            words = List.copyOf(words);
        }
    }

    /** @throws IllegalStateException if a list is missing or a line of it is wrong: the build is broken */
    Lexicon() {
        verbs = cues("cues.txt");
        nouns = cues("cue-nouns.txt");
        verbs.keySet().forEach(lemma -> forms(lemma).forEach(form -> verbForms.putIfAbsent(form, lemma)));
        hearsay = words("hearsay-adverbs.txt");
        events = words("events.txt");
        publishers = words("publishers.txt");
        roles = words("roles.txt");
        estimated = words("estimated.txt");
        plainVerbs = words("plain-verbs.txt");
        told = words("told-things.txt");
        for (String[] row : rows("term-words.txt", 2)) {
            termWords.put(row[0], row[1]);
        }
        for (String[] row : rows("proposal-verbs.txt", 2)) {
            proposalVerbs.merge(row[0], row[1], (a, b) -> a + " " + b);
        }
        for (String[] row : rows("speakers.txt", 2)) {
            speakers.put(row[0], Speaker.valueOf(upper(row[1])));
        }
        for (String[] row : rows("hedges.txt", 2)) {
            boolean verb = row[0].endsWith("_+");
            List<String> words = List.of((verb ? row[0].substring(0, row[0].length() - 2) : row[0]).split("_"));
            hedges.computeIfAbsent(words.get(0), first -> new ArrayList<>())
                    .add(new Hedge(words, verb, Stance.valueOf(upper(row[1]))));
        }
        for (String[] row : rows("proposals.txt", 3)) {
            acts.put(row[0], Proposal.Act.valueOf(upper(row[1])));
            actUses.put(row[0], row[2]);
        }
        for (String[] row : rows("term-kinds.txt", 2)) {
            termKinds.put(row[0], Term.Kind.valueOf(upper(row[1])));
        }
        List<Set<String>> verbLists =
                List.of(verbs.keySet(), plainVerbs, proposalVerbs.keySet(), acts.keySet(), events);
        for (Set<String> list : verbLists) {
            for (String lemma : new TreeSet<>(list)) {
                String first = lemma.contains("_") ? lemma.substring(0, lemma.indexOf('_')) : lemma;
                forms(first).forEach(form -> bases.putIfAbsent(form, first));
            }
        }
    }

    /** The lemma of any listed verb that a regular form belongs to, cue or not. */
    Optional<String> baseOf(String form) {
        return Optional.ofNullable(bases.get(form));
    }

    Optional<Cue> verb(String lemma) {
        return Optional.ofNullable(verbs.get(lemma));
    }

    /** The cue verb that a regular form belongs to, for words whose lemma was made for another part of speech. */
    Optional<String> verbOfForm(String form) {
        return Optional.ofNullable(verbForms.get(form));
    }

    Optional<Cue> noun(String lemma) {
        return Optional.ofNullable(nouns.get(lemma));
    }

    Optional<Speaker> speaker(String lemma) {
        return Optional.ofNullable(speakers.get(lemma));
    }

    /** The hedges that begin with a word form. */
    List<Hedge> hedges(String first) {
        return hedges.getOrDefault(first, List.of());
    }

    FirstNames firstNames() {
        return firstNames;
    }

    Optional<Proposal.Act> actOfVerb(String lemma) {
        return act(lemma, "verb");
    }

    /** The act of a verb that is one only with a sum behind it ("tabled £3m", "is seeking 12 percent"). */
    Optional<Proposal.Act> actOfSum(String lemma) {
        return act(lemma, "sum");
    }

    /** The act of a verb that is one only with a clause of what shall be ("insists that the grant be paid first"). */
    Optional<Proposal.Act> actOfClause(String lemma) {
        return act(lemma, "clause");
    }

    Optional<Proposal.Act> actOfNoun(String lemma) {
        return act(lemma, "noun");
    }

    /** The act of a noun that means a proposal which the text has opened before ("the compromise", "the idea"). */
    Optional<Proposal.Act> actReferredTo(String lemma) {
        return act(lemma, "refers");
    }

    /** The act of a noun that opens a proposal or means one. */
    Optional<Proposal.Act> actNamed(String lemma) {
        return actOfNoun(lemma).or(() -> actReferredTo(lemma));
    }

    /** Word forms and what they make of a term, the most telling first. */
    Map<String, Term.Kind> termKinds() {
        return Collections.unmodifiableMap(termKinds);
    }

    /** Whether a word announces terms ("the following conditions:"). */
    boolean isTermWord(String lemma) {
        return termWords.containsKey(lemma);
    }

    /** What somebody does who sets out some of these ("laid down four conditions"). */
    Optional<Proposal.Act> announced(String lemma) {
        return Optional.ofNullable(termWords.get(lemma))
                .filter(act -> !act.equals("-"))
                .map(act -> Proposal.Act.valueOf(upper(act)));
    }

    /** Whether with this verb a proposal is opened ("made an offer"). */
    boolean opensProposal(String lemma) {
        return proposalUses(lemma).contains("light");
    }

    /** Whether the terms follow this verb ("the offer includes"). */
    boolean holdsTerms(String lemma) {
        return proposalUses(lemma).contains("holds");
    }

    /** Whether the verb with what follows it is a term ("the settlement bars it from …"). */
    boolean bindsTerms(String lemma) {
        return proposalUses(lemma).contains("binds");
    }

    /** Whether whoever is ready to do it offers something ("is willing to sell"). */
    boolean givesUp(String lemma) {
        return proposalUses(lemma).contains("yields");
    }

    /** Whether the verb tells what is so anyhow, or how a proposal stands ("employs 300", "faces opposition"). */
    boolean isState(String lemma) {
        return proposalUses(lemma).contains("state");
    }

    /** Whether the verb tells what comes of a proposal ("would cost", "would create jobs"). */
    boolean isOutcome(String lemma) {
        return proposalUses(lemma).contains("outcome");
    }

    /** What a word said of a proposal tells of its status. */
    Optional<Proposal.Status> status(String lemma) {
        for (String use : proposalUses(lemma).split(" ")) {
            if (!use.isEmpty() && !NO_STATUS.contains(use)) {
                return Optional.of(Proposal.Status.valueOf(upper(use)));
            }
        }
        return Optional.empty();
    }

    private String proposalUses(String lemma) {
        return proposalVerbs.getOrDefault(lemma, "");
    }

    boolean isHearsay(String form) {
        return hearsay.contains(form);
    }

    /** Whether a word before a name tells what its bearer is. */
    boolean isRole(String form) {
        return roles.contains(form) || speakers.containsKey(form);
    }

    /** Whether somebody may put the thing at a number ("puts the toll at 31"). */
    boolean isMeasured(String lemma) {
        return estimated.contains(lemma);
    }

    /** Whether the verb's form with an s is never a noun. */
    boolean isPlainVerb(String lemma) {
        return plainVerbs.contains(lemma);
    }

    /** Whether whoever offers the thing only says something ("offered an apology"). */
    boolean isTold(String lemma) {
        return told.contains(lemma);
    }

    boolean isEvent(String lemma) {
        return events.contains(lemma);
    }

    /** Whether a name is one of those who print and broadcast. */
    boolean isPublisher(String name) {
        for (String word : name.split("[^\\p{L}]+")) {
            if (publishers.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Proposal.Act> act(String lemma, String use) {
        return actUses.getOrDefault(lemma, "").contains(use) ? Optional.ofNullable(acts.get(lemma)) : Optional.empty();
    }

    private static List<String> forms(String lemma) {
        if (lemma.indexOf('_') >= 0) {
            return List.of();
        }
        String last = lemma.substring(lemma.length() - 1);
        boolean y = lemma.endsWith("y") && !lemma.matches(".*[aeo]y");
        String stem = y ? lemma.substring(0, lemma.length() - 1) : lemma;
        String bare = lemma.endsWith("e") ? lemma.substring(0, lemma.length() - 1) : lemma;
        String third = y ? stem + "ies" : lemma.matches(".*(s|x|z|ch|sh)") ? lemma + "es" : lemma + "s";
        String past = y ? stem + "ied" : bare + "ed";
        return List.of(lemma, third, past, bare + "ing", lemma + last + "ed", lemma + last + "ing");
    }

    private static Map<String, Cue> cues(String file) {
        Map<String, Cue> cues = new HashMap<>();
        for (String[] row : rows(file, 4)) {
            Set<Cue.Frame> frames = new HashSet<>();
            for (String frame : row[3].split("\\+")) {
                frames.add(Cue.Frame.valueOf(upper(frame)));
            }
            Optional<Stance> stance =
                    row[2].equals("-") ? Optional.empty() : Optional.of(Stance.valueOf(upper(row[2])));
            cues.put(row[0], new Cue(row[0], Cue.Kind.valueOf(upper(row[1])), stance, frames));
        }
        return Map.copyOf(cues);
    }

    private static Set<String> words(String file) {
        Set<String> words = new LinkedHashSet<>();
        for (String[] row : rows(file, 1)) {
            words.add(row[0]);
        }
        return Set.copyOf(words);
    }

    /** The lines of a list, cut at white space, without remarks and empty ones. */
    static List<String[]> rows(String file, int columns) {
        List<String[]> rows = new ArrayList<>();
        for (String line : text(file).lines().toList()) {
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            String[] row = stripped.split("\\s+");
            if (row.length < columns) {
                throw new IllegalStateException("lang/en/" + file + ": " + columns + " columns wanted: " + line);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream("/lang/en/" + file)) {
            if (in == null) {
                throw new IllegalStateException("lang/en/" + file + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("lang/en/" + file, e);
        }
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
