package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.NameType;

/**
 * Whom a pronoun or "the minister" stands for. Only when exactly one candidate fits is there an answer: a pronoun that
 * stays open costs a name, a pronoun tied wrongly puts words into somebody's mouth.
 */
final class Persons {
    /** How many lines back a pronoun looks; older names are seldom meant when newer ones are there. */
    private static final int WINDOW = 2;

    /** What stands behind the name of a thing, which a tagger may yet have taken for a person. */
    private static final Pattern WHICH = Pattern.compile("[,\u2013\u2014 -]* which\\b");

    /** A line that says who wrote the page, and not whom it is about. */
    private static final Pattern SIGNED =
            Pattern.compile("\\W*(?:(?:Words|Story|Report|Text|Reporting) )?(?i:by) .{3,70}[^.]");

    /** @param owner whether it is "Smith's" */
    record Seen(int at, Entity entity, boolean quoted, boolean owner) {}

    private final Lines lines;
    private final Map<EntityId, Entity> entities = new HashMap<>();
    private final Lexicon lexicon;
    private final WholeNames whole;
    private final Genders genders;
    private final Set<EntityId> things = new HashSet<>();
    private final Set<String> surnames = new HashSet<>();
    private final List<Seen> seen = new ArrayList<>();
    private int unnamedAt = -1;
    private final List<Seen> spoken = new ArrayList<>();

    Persons(Lines lines, Lexicon lexicon) {
        this.lines = lines;
        this.lexicon = lexicon;
        this.genders = new Genders(lexicon);
        whole = new WholeNames(lines.reading());
        for (Entity entity : lines.reading().entities()) {
            Entity one = whole.of(entity);
            entities.put(entity.id(), one);
            List<String> words = Titles.bare(one.name());
            if (one.type() == NameType.PERSON && words.size() > 1) {
                surnames.add(words.get(words.size() - 1));
            }
        }
        Map<Integer, Quotes> quotes = new HashMap<>();
        int block = 0;
        for (Mention mention : lines.reading().names()) {
            Entity entity = entities.get(mention.entity());
            if (entity == null) {
                continue;
            }
            while (block + 1 < lines.blocks()
                    && lines.block(block).span().end() <= mention.span().start()) {
                block++;
            }
            Quotes marks = quotes.computeIfAbsent(
                    block, b -> b < lines.blocks() ? lines.quotes(b) : Quotes.in("", new Span(0, 1)));
            if (block < lines.blocks()
                    && SIGNED.matcher(lines.block(block).span().of(lines.text()))
                            .matches()) {
                continue;
            }
            boolean quoted = marks.at(mention.span().start())
                    .filter(q -> q.inner().length() > mention.span().length() + 2)
                    .isPresent();
            String behind = behind(mention.span().end());
            boolean owner = behind.startsWith("'s") || behind.startsWith("\u2019s");
            seen.add(new Seen(mention.span().start(), entity, quoted, owner));
            if (WHICH.matcher(behind).lookingAt()) {
                things.add(entity.id());
            }
            genders.told(lines.text(), mention.span().start(), entity);
        }
    }

    Optional<Entity> entity(Mention mention) {
        return Optional.ofNullable(entities.get(mention.entity()));
    }

    /** Whom the text has said to call so: "(the “Company”)". */
    Optional<Entity> defined(String name) {
        return whole.defined(name);
    }

    Optional<Entity> person(EntityId id) {
        return Optional.ofNullable(entities.get(id)).filter(e -> e.type() == NameType.PERSON);
    }

    /** Whether a pronoun behind {@code before} can go on with its speaker: it fits him, and the lines name no other it fits. */
    boolean onlyOne(Draft before, Line line, int i, Entity speaker) {
        char gender = line.is(i, "she") ? 'f' : 'm';
        if (!fits(speaker, gender)) {
            return false;
        }
        for (Seen s : seen) {
            boolean between = s.at() >= before.line.sentence().span().start() && s.at() < line.start(i);
            boolean told = before.content.stream().anyMatch(c -> c.contains(s.at()))
                    || before.source.stream().anyMatch(c -> c.contains(s.at()));
            if (between && !told && !s.quoted() && !s.entity().id().equals(speaker.id()) && fits(s.entity(), gender)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a person is named, outside of quotations, between two offsets. */
    boolean namedBetween(int from, int to) {
        return seen.stream()
                .anyMatch(s -> s.at() >= from
                        && s.at() < to
                        && !s.quoted()
                        && s.entity().type() == NameType.PERSON);
    }

    /** All that the text names, in text order. */
    List<Seen> seen() {
        return seen;
    }

    /** What the text names before an offset, in text order. */
    List<Seen> before(int at) {
        int low = 0;
        int high = seen.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seen.get(middle).at() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return seen.subList(0, low);
    }

    /** The bodies that the text names from one offset on to another, in text order. */
    Set<Entity> organizations(int from, int to) {
        Set<Entity> found = new LinkedHashSet<>();
        for (Seen s : seen) {
            boolean body = s.at() >= from && s.at() < to && s.entity().type() == NameType.ORGANIZATION;
            if (body && !shouted(s.entity().name())) {
                found.add(s.entity());
            }
        }
        return found;
    }

    /** "BUNGLING bosses", as a tabloid begins: no acronym has so many letters. */
    private static boolean shouted(String name) {
        return name.length() > 7 && name.chars().allMatch(Character::isUpperCase);
    }

    /** The one person whom the label of a transcript names, by the last word: "MAYOR JANE SMITH". */
    Optional<Entity> labelled(String label) {
        List<String> words = Titles.bare(label);
        String surname = words.get(words.size() - 1);
        Set<Entity> found = new LinkedHashSet<>();
        for (Seen s : seen) {
            List<String> name = Titles.bare(s.entity().name());
            if (s.entity().type() == NameType.PERSON
                    && name.get(name.size() - 1).equals(surname)) {
                found.add(s.entity());
            }
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    void unnamedSpoke(int at) {
        unnamedAt = Math.max(unnamedAt, at);
    }

    /** Remembers that an entity has spoken. */
    void spoke(EntityId id, int at) {
        Entity entity = entities.get(id);
        if (entity != null) {
            spoken.add(new Seen(at, entity, false, false));
        }
    }

    /** Where others than {@code one} are named, outside of quotations, who fit the pronoun as he does; not "Smith's". */
    List<Integer> rivals(Entity one, char gender, int from, int to) {
        List<String> name = Titles.bare(one.name());
        List<Integer> found = new ArrayList<>();
        for (Seen s : seen) {
            boolean between = s.at() >= from && s.at() < to && !s.quoted() && fits(s.entity(), gender);
            if (between && !s.owner()) {
                List<String> other = Titles.bare(s.entity().name());
                if (!other.containsAll(name) && !name.containsAll(other)) {
                    found.add(s.at());
                }
            }
        }
        return found;
    }

    /** Whether an entity is named, outside of quotations, from one offset on to another. */
    boolean namedBetween(EntityId id, int from, int to) {
        return seen.stream()
                .anyMatch(s -> s.at() >= from
                        && s.at() < to
                        && !s.quoted()
                        && s.entity().id().equals(id));
    }

    /** Learns from a pronoun that stands for somebody. */
    void met(EntityId id, char gender) {
        Entity entity = entities.get(id);
        if (entity != null) {
            genders.met(entity, gender);
        }
    }

    /** Whether a "he" ('m') or "she" may stand for a person, who need not be the only one. */
    boolean canBe(Entity entity, char gender) {
        return fits(entity, gender);
    }

    /** Whether what was taken for a person is one beyond doubt, and no firm or state of one word. */
    boolean isHuman(Entity entity) {
        return !things.contains(entity.id())
                && (entity.name().indexOf(' ') > 0
                        || surnames.contains(entity.name().toLowerCase(Locale.ROOT))
                        || !entity.role().isBlank()
                        || genders.of(entity) != Genders.UNKNOWN);
    }

    /** The one entity that the pronoun at {@code i} can mean. */
    Optional<Entity> pronoun(Line line, int i, Draft draft) {
        return line.is(i, "they", "their", "them")
                ? Optional.empty()
                : line.is(i, "it", "its") ? body(line, i) : person(line, i, draft);
    }

    private Optional<Entity> person(Line line, int i, Draft draft) {
        char gender = line.is(i, "she", "her") ? 'f' : 'm';
        int at = line.start(i);
        int from = windowStart(line);
        Set<Entity> near = new LinkedHashSet<>();
        for (List<Seen> list : List.of(seen, spoken)) {
            for (Seen s : list) {
                boolean own = draft.content.stream().anyMatch(c -> c.contains(s.at()));
                if (s.at() >= from && s.at() < at && !s.quoted() && !own && fits(s.entity(), gender)) {
                    near.add(s.entity());
                }
            }
        }
        near.removeIf(e -> metBy(line, i, e, gender));
        if (near.size() == 1) {
            Entity one = near.iterator().next();
            return besides(line, from, one, gender) ? Optional.empty() : Optional.of(one);
        }
        if (near.size() > 1) {
            return Optional.empty();
        }
        Set<Entity> all = new LinkedHashSet<>();
        if (seen.stream().noneMatch(s -> s.at() > unnamedAt && s.at() < at && fits(s.entity(), gender))) {
            return Optional.empty(); // somebody without a name has spoken since
        }
        for (Seen s : seen) {
            if (s.at() < at && fits(s.entity(), gender)) {
                all.add(s.entity());
            }
        }
        return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
    }

    /** "Asked whether he had met Smith, he said": whoever met Smith in the pronoun's own line is another. */
    private boolean metBy(Line line, int i, Entity entity, char gender) {
        for (Seen s : seen) {
            boolean here = s.at() >= line.start(0)
                    && s.at() < line.start(i)
                    && s.entity().equals(entity);
            for (int k = 0; here && k < i && line.start(k) < s.at(); k++) {
                boolean subject = gender == 'f' ? line.is(k, "she") : line.is(k, "he");
                if (subject && !line.quoted(k) && sameClause(line, k, s.at())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean sameClause(Line line, int from, int to) {
        for (int k = from; k < line.size() && line.start(k) < to; k++) {
            if (line.is(k, ",", ";", "and", "but", "that") || line.quoteMark(k)) {
                return false;
            }
        }
        return true;
    }

    /** "She built it with Jane Smith. She said …": where a she stands before the only name, she is another. */
    private boolean besides(Line line, int from, Entity entity, char gender) {
        int first = seen.stream()
                .filter(s ->
                        s.at() >= from && s.at() < line.start(0) && s.entity().equals(entity))
                .mapToInt(Seen::at)
                .findFirst()
                .orElse(-1);
        int index = lines.indexOf(line);
        for (int k = index - 1; first >= 0 && k >= 0 && k >= index - 4; k--) {
            Line before = lines.all().get(k);
            if (!before.sentence().span().contains(first)) {
                continue;
            }
            for (int i = 0; i < before.size() && before.start(i) < first; i++) {
                if (anotherThan(before, i, gender) && !before.quoted(i)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A "she", or the "her" of "saw her become his pupil", who is not whoever is named behind her. */
    private static boolean anotherThan(Line line, int i, char gender) {
        boolean met = line.tagged(i + 1, "VERB", "AUX", "ADP", "PART") && line.tagged(i - 1, "VERB", "ADP");
        return gender == 'f'
                ? line.is(i, "she") || line.is(i, "her") && met
                : line.is(i, "he") || line.is(i, "him") && met;
    }

    /** "It" is the one body named near, if that opened the line before or has just spoken. */
    private Optional<Entity> body(Line line, int i) {
        int at = line.start(i);
        int from = windowStart(line);
        Set<Entity> near = new LinkedHashSet<>();
        for (Seen s : seen) {
            if (s.at() >= from && s.at() < at && !s.quoted() && s.entity().type() == NameType.ORGANIZATION) {
                near.add(s.entity());
            }
        }
        Optional<Entity> last = spoken.isEmpty()
                ? Optional.empty()
                : Optional.of(spoken.get(spoken.size() - 1).entity());
        return near.size() == 1 && last.isPresent() && near.contains(last.get()) ? last : Optional.empty();
    }

    private int windowStart(Line line) {
        int index = lines.indexOf(line);
        int from = line.sentence().span().start();
        for (int back = 1; back <= WINDOW && index - back >= 0; back++) {
            Line before = lines.all().get(index - back);
            if (before.sentence().block() < line.sentence().block() - 1
                    || lines.block(before.sentence().block()) instanceof Block.Heading) {
                break;
            }
            from = before.sentence().span().start();
        }
        return from;
    }

    private String behind(int at) {
        return lines.text().substring(at, Math.min(lines.text().length(), at + 8));
    }

    /** @param gender that of the pronoun, {@link Genders#UNKNOWN} if it may be either */
    private boolean fits(Entity entity, char gender) {
        if (entity.type() != NameType.PERSON || things.contains(entity.id())) {
            return false;
        }
        char known = genders.of(entity);
        return known == gender
                || (known == Genders.UNKNOWN || gender == Genders.UNKNOWN) && (isHuman(entity) || hasSpoken(entity));
    }

    private boolean hasSpoken(Entity entity) {
        return spoken.stream().anyMatch(s -> s.entity().id().equals(entity.id()));
    }
}
