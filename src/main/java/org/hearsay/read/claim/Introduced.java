package org.hearsay.read.claim;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;

/**
 * The name that a source's own words lead to, whatever a tagger took those words for: "consumer advocate Jane Smith",
 * "the supplier, Norvik Networks", "a commander, who goes by the name Abu Weil". What a source is stands before its name,
 * and is often a word that no list knows and that is a verb elsewhere.
 */
final class Introduced {
    /** What the object of stands behind, so that a name there is not the speaker's. */
    private static final Set<String> LINKS = Set.of(
            "of", "for", "to", "with", "by", "from", "against", "at", "in", "on", "near", "under", "over", "about",
            "behind", "after", "before", "like", "as", "between", "among", "via", "than", "that", "who", "whom",
            "whose", "which", "and", "or", "&", "but", "if", "when", "while", "because", "said", "says", "told",
            "tells", "asked");

    /** Before a name, and no office of its own: whoever stands behind "for Dr" is spoken for, but so is he without it. */
    private static final Set<String> COURTESY =
            Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "mr.", "mrs.", "ms.", "dr.", "prof.");

    private static final Set<String> GOES_ON = Set.of(",", "(", "\u2013", "\u2014", "-", "--", "who");

    private final Lexicon lexicon;

    Introduced(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The name of whoever the tokens from {@code first} to {@code last} tell of. */
    Optional<Mention> name(Line line, int first, int last) {
        return led(line, first, last).or(() -> goingBy(line, first, last)).or(() -> set(line, first, last));
    }

    /** "Police spokesperson Capt. Jane Smith, who …", "transport union TWU": words of what its bearer is, and a name. */
    private Optional<Mention> led(Line line, int first, int last) {
        int link = -1;
        for (int k = first; k <= last; k++) {
            boolean inside = k > first && line.sameName(k, k - 1);
            if (k > first && !inside && leads(line, k, last) && (link < 0 || office(line, first, link, k))) {
                return line.name(k);
            }
            boolean free = link < 0 && line.is(k, "of", "for") && pseudoTitle(line, first, k);
            boolean word = Character.isLetter(line.word(k).charAt(0)) || line.is(k, "'s", "'");
            boolean stops = !free && LINKS.contains(line.word(k)) || !word && !hyphen(line, k) || line.tagged(k, "AUX");
            if (stops && !inside) {
                return Optional.empty();
            }
            link = free ? k : link;
        }
        return Optional.empty();
    }

    /** Whether a whole name begins at {@code k} that the words before it can be said of, and ends the phrase. */
    private boolean leads(Line line, int k, int last) {
        if (line.name(k).isEmpty() || line.is(k - 1, "'s", "'")) {
            return false;
        }
        int end = endOf(line, k, last);
        boolean ends = end > last || GOES_ON.contains(line.word(end)) && !Naming.listed(line, end, last);
        boolean common = !line.capital(k - 1) || line.name(k - 1).isPresent();
        return ends
                && switch (line.name(k).get().type()) {
                    case PERSON -> whole(line, k, end) && (common || role(line, k - 1) || end - k > 1);
                    case ORGANIZATION -> !line.capital(k - 1) && body(line, k - 1);
                    case LOCATION, MISC -> false;
                };
    }

    private boolean whole(Line line, int k, int end) {
        boolean titled = Titles.is(line.word(k - 1)) || lexicon.isRole(line.word(k - 1));
        return end - k > 1 || titled || line.word(k).indexOf('-') > 0;
    }

    /** A role without an article that goes on: "acting director of veterinary services", which a name must follow. */
    private boolean pseudoTitle(Line line, int first, int link) {
        boolean bare = !line.tagged(first, "DET", "PRON", "NUM") && line.is(link, "of", "for");
        return bare
                && (role(line, link - 1) || line.is(link - 1, "member"))
                && !line.word(link - 1).endsWith("s");
    }

    /** Whether the words between are of the office, and none of whom somebody speaks for: "spokesman for Mayor Jane Smith". */
    private boolean office(Line line, int first, int link, int name) {
        int end = name;
        while (end > link + 1 && COURTESY.contains(line.word(end - 1))) {
            end--;
        }
        for (int k = link + 1; k < end; k++) {
            if (role(line, k) || Titles.is(line.word(k))) {
                return false;
            }
        }
        return end > link + 1 && !line.is(link - 1, "lawyer", "son", "daughter", "wife", "husband");
    }

    private boolean role(Line line, int i) {
        Optional<Lexicon.Speaker> speaker =
                lexicon.speaker(line.lemma(i).toLowerCase(Locale.ROOT)).or(() -> lexicon.speaker(line.word(i)));
        return Titles.is(line.word(i))
                || speaker.map(s -> s == Lexicon.Speaker.KNOWN || s == Lexicon.Speaker.PERSON)
                        .orElse(lexicon.isRole(line.word(i)));
    }

    private boolean body(Line line, int i) {
        return Bodies.isBusiness(line.word(i))
                || lexicon.speaker(line.word(i))
                        .filter(s -> s == Lexicon.Speaker.BODY)
                        .isPresent();
    }

    /** "A haulier called Mick", "the operator, a foundation known as FUNAR", "a commander, who goes by the name Abu Weil". */
    private static Optional<Mention> goingBy(Line line, int first, int last) {
        for (int k = first + 1; k < last; k++) {
            int called = calledAt(line, k);
            if (called < 0) {
                continue;
            }
            int name = line.is(called, "the") ? called + 1 : called;
            boolean whole = name <= last && line.name(name).isPresent();
            int end = whole ? endOf(line, name, last) : name;
            boolean ends = whole && (end > last || line.is(end, ",", ")", "who"));
            return ends && own(line, first, k) ? line.name(name) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Where the name begins that {@code k} gives; -1 if it gives none. */
    private static int calledAt(Line line, int k) {
        if (line.is(k, "named", "called", "nicknamed", "dubbed")) {
            return k + 1;
        }
        if (line.is(k, "known") && line.is(k + 1, "as")) {
            return k + 2;
        }
        boolean by = line.is(k, "by", "under") && line.is(k + 1, "the") && line.is(k + 2, "name");
        return by ? line.is(k + 3, "of") ? k + 4 : k + 3 : -1;
    }

    /** Whether the head of the phrase is what is called so, and not the dog of "the owner of a dog called Rex". */
    private static boolean own(Line line, int first, int called) {
        int comma = -1;
        for (int k = first; k < called; k++) {
            if (line.is(k, ",", "who", "which", "-", "\u2013", "\u2014")) {
                comma = k;
                break;
            }
        }
        boolean relative = comma >= 0 && (line.is(comma, "who", "which") || line.is(comma + 1, "who", "which"));
        int from = comma < 0 ? first : comma + 1;
        int places = 0;
        for (int k = from; k < called; k++) {
            boolean another = line.tagged(k, "NOUN", "PROPN") && relative
                    || line.is(k, "of", "for", "with", "by", "from", "about") && !relative
                    || line.is(k, ",")
                    || line.is(k, "and");
            places += line.is(k, "in", "at", "on", "near") ? 1 : 0;
            if (another || places > 1) {
                return false;
            }
        }
        return true;
    }

    /** "The supplier, Norvik Networks", "a third, costume designer Jane Smith", "one of the men, Gus Pratt": set behind a comma. */
    private Optional<Mention> set(Line line, int first, int last) {
        int comma = first + 1;
        while (comma < last && plain(line, comma) && !line.is(comma, ",")) {
            comma++;
        }
        boolean opens = line.tagged(first, "DET", "PRON", "NUM") || line.is(first, "his", "her", "its", "their", "one");
        boolean described = opens && line.name(comma - 1).isEmpty() && !line.is(comma - 1, "'s", "'");
        if (!described || comma >= last || !line.is(comma, ",")) {
            return Optional.empty();
        }
        int name = line.is(comma + 1, "the") ? comma + 2 : comma + 1;
        Optional<Mention> led = led(line, comma + 1, last).filter(m -> m.type() == NameType.PERSON);
        boolean part = false;
        for (int k = first; k < comma; k++) {
            part |= LINKS.contains(line.word(k));
        }
        boolean one = line.is(first, "one", "another", "a") || line.tagged(first + 1, "ADJ", "NUM");
        if (led.isPresent()) {
            return !part || one ? led : Optional.empty();
        }
        if (name > last || line.name(name).isEmpty() || line.name(name - 1).isPresent()) {
            return Optional.empty();
        }
        int end = endOf(line, name, last);
        boolean ends = end > last
                || line.is(end, ",")
                        && line.is(end + 1, "who", "which", "whose", "a", "an", "the", "based", "now", "aged")
                        && !Naming.listed(line, end, last)
                || line.is(end, ",") && line.tagged(end + 1, "NUM");
        if (!ends) {
            return Optional.empty();
        }
        return switch (line.name(name).get().type()) {
            case PERSON ->
                end - name > 1 && (!part || line.is(first, "one")) || !part && firm(line, comma - 1)
                        ? line.name(name)
                        : Optional.empty();
            case ORGANIZATION ->
                !part && (end - name > 1 || !role(line, comma - 1)) ? line.name(name) : Optional.empty();
            case LOCATION -> !part && firm(line, comma - 1) ? line.name(name) : Optional.empty();
            case MISC -> Optional.empty();
        };
    }

    /** "Vice-chair": a dash between two words stands apart. */
    private static boolean hyphen(Line line, int k) {
        return line.is(k, "-") && k > 0 && line.end(k - 1) == line.start(k);
    }

    private static boolean plain(Line line, int k) {
        boolean person = line.name(k).filter(m -> m.type() == NameType.PERSON).isPresent();
        boolean word = Character.isLetterOrDigit(line.word(k).charAt(0)) || line.is(k, "'s", "'") || hyphen(line, k);
        return word && !person && !line.tagged(k, "AUX");
    }

    /** "Operator", "makers", "bank": what does business under a name. */
    private boolean firm(Line line, int i) {
        String word = line.word(i).endsWith("s")
                ? line.word(i).substring(0, line.word(i).length() - 1)
                : line.word(i);
        boolean agent = word.endsWith("er") || word.endsWith("or");
        return Bodies.isBusiness(word)
                || body(line, i)
                || agent && lexicon.speaker(word).isEmpty() && !lexicon.isRole(word)
                || line.is(i, "rival", "owner", "owners", "operator", "maker", "makers");
    }

    /** The token behind the name that begins at {@code k}. */
    private static int endOf(Line line, int k, int last) {
        int end = k + 1;
        while (end <= last && line.sameName(end, k)) {
            end++;
        }
        return end;
    }
}
