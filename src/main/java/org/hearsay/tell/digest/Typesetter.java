package org.hearsay.tell.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.keep.store.Stories.Move;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Span;
import org.hearsay.tell.digest.Digest.ClaimItem;
import org.hearsay.tell.digest.Digest.FeedItem;
import org.hearsay.tell.digest.Digest.Item;
import org.hearsay.tell.digest.Digest.Kind;
import org.hearsay.tell.digest.Digest.Other;
import org.hearsay.tell.digest.Digest.Part;
import org.hearsay.tell.digest.Digest.Section;
import org.hearsay.tell.digest.Digest.Sign;
import org.hearsay.tell.digest.Digest.Spread;
import org.hearsay.tell.digest.Digest.StoryItem;
import org.hearsay.tell.digest.Digest.Told;
import org.hearsay.tell.digest.Sheet.Chapter;
import org.hearsay.tell.digest.Sheet.Entry;
import org.hearsay.tell.digest.Sheet.Passage;
import org.hearsay.tell.digest.Sheet.Piece;

/** Sets a {@link Digest} as a {@link Sheet}: chooses what has room, says it in words and makes it harmless. */
record Typesetter(Occasion occasion, LetterSettings settings, Room room) {
    private static final DateTimeFormatter FULL_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE_OF_YEAR =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    /** A daily letter covers a day; an hour more is a change of clocks. */
    private static final Duration A_DAY = Duration.ofHours(26);

    Sheet sheet(Digest digest) {
        List<Chapter> chapters = new ArrayList<>();
        for (Section section : digest.sections()) {
            chapters.add(chapter(section));
        }
        String about = occasion.watches().isEmpty()
                ? "Everything new"
                : String.join(
                        ", ",
                        occasion.watches().stream()
                                .map(w -> Harmless.line(w, 60))
                                .toList());
        String window = at(digest.from()) + " to " + at(digest.to()) + " ("
                + occasion.zone().getId() + ")";
        List<String> foot = new ArrayList<>();
        foot.add("First seen from " + window + ".");
        foot.add(digest.feedsVisited() + (digest.feedsVisited() == 1 ? " feed" : " feeds")
                + " visited in that time, " + digest.feedsFailing()
                + " failing now. Times beside a claim are those that its article states.");
        int cut = chapters.stream().mapToInt(Chapter::cut).sum();
        if (cut > 0) {
            foot.add("Left out to keep this short: " + String.format(Locale.ENGLISH, "%,d", cut) + ", lowest in"
                    + " rank. All of it is "
                    + settings.publicUrl()
                            .map(url -> "in the reading room.")
                            .orElse("in the reading room on the machine that sends this."));
        }
        foot.add("Hearsay shows who says what and where they differ. It does not say who is right.");
        foot.add("You get this because " + occasion.recipient() + " is on the list of readers"
                + (occasion.watches().isEmpty() ? "" : " with " + about) + ".");
        boolean late = Duration.between(digest.from(), digest.to()).compareTo(A_DAY) > 0;
        return new Sheet(
                about + ", " + occasion.day().format(FULL_DAY),
                LetterFormat.counts(digest),
                preheader(chapters),
                late
                        ? "This letter covers more than a day: from " + window + ". What came since your last"
                                + " letter is in it."
                        : "",
                chapters,
                foot,
                settings.unsubscribe(occasion).orElse(""));
    }

    private static String preheader(List<Chapter> chapters) {
        return chapters.stream()
                .flatMap(c -> c.passages().stream())
                .flatMap(p -> p.entries().stream())
                .findFirst()
                .map(e -> Harmless.line(e.who() + ": " + e.sentence(), 140))
                .orElse("");
    }

    private Chapter chapter(Section section) {
        Kind kind = section.kind();
        int parts = kind == Kind.NEW ? room.stories() : 1;
        int items = switch (kind) {
            case CONFLICTS -> room.conflicts();
            case PROPOSALS -> room.proposals();
            case NEW -> room.claimsPerStory();
            case REPEATS -> room.repeats();
            case STORIES -> room.stories();
            case TROUBLE -> room.feeds();
        };
        List<Passage> passages = new ArrayList<>();
        for (Part part :
                section.parts().subList(0, Math.min(parts, section.parts().size()))) {
            List<Item> shown =
                    part.items().subList(0, Math.min(items, part.items().size()));
            passages.add(new Passage(
                    part.headline().map(h -> Harmless.line(h, 160)).orElse(""),
                    shown.stream().map(this::entry).toList(),
                    more(part.items().size() - shown.size(), "")));
        }
        int cutParts = section.parts().size() - passages.size();
        int cutItems = section.parts().subList(passages.size(), section.parts().size()).stream()
                .mapToInt(p -> p.items().size())
                .sum();
        String tail = cutParts == 0 ? "" : " in " + cutParts + (cutParts == 1 ? " other story" : " other stories");
        int shown = passages.stream().mapToInt(p -> p.entries().size()).sum();
        return new Chapter(heading(kind), note(kind), passages, more(cutItems, tail), section.size() - shown);
    }

    private String more(int number, String tail) {
        String where = settings.publicUrl().map(url -> ": " + url + "/").orElse("");
        return number == 0 ? "" : "and " + String.format(Locale.ENGLISH, "%,d", number) + " more" + tail + where;
    }

    private static String heading(Kind kind) {
        return switch (kind) {
            case CONFLICTS -> "Conflicts and changes";
            case PROPOSALS -> "Proposals";
            case NEW -> "New claims";
            case REPEATS -> "Said again";
            case STORIES -> "Stories joined or split";
            case TROUBLE -> "Feeds in trouble";
        };
    }

    private static String note(Kind kind) {
        return switch (kind) {
            case REPEATS -> "Known claims that further outlets now make.";
            case STORIES -> "An earlier letter told them otherwise.";
            case TROUBLE -> "Nothing of these reaches you until they are mended.";
            case CONFLICTS, PROPOSALS, NEW -> "";
        };
    }

    private Entry entry(Item item) {
        return switch (item) {
            case ClaimItem claim -> {
                Entry own = told(
                        claim.told(), sign(claim), tone(claim.sign()), spread(claim.spread()), terms(claim.terms()));
                List<Entry> others = claim.others().stream()
                        .limit(4)
                        .map(o -> told(o.told(), against(o, claim.others().size() == 1), tone(o.how()), "", List.of()))
                        .toList();
                String cut = more(claim.others().size() - others.size(), " against it");
                yield new Entry(
                        own.sign(),
                        own.tone(),
                        own.quote(),
                        own.who(),
                        own.stance(),
                        own.where(),
                        cut.isEmpty() ? own.spread() : own.spread() + "; " + cut,
                        own.source(),
                        own.page(),
                        own.terms(),
                        others,
                        why(claim));
            }
            case StoryItem story -> story(story);
            case FeedItem feed ->
                new Entry(
                        "",
                        "",
                        List.of(),
                        Harmless.line(feed.name(), 100),
                        Harmless.line(feed.words(), 200),
                        feed.since().map(since -> "since " + at(since)).orElse(""),
                        "",
                        address(feed.feed().text()),
                        "",
                        List.of(),
                        List.of(),
                        "");
        };
    }

    private Entry story(StoryItem story) {
        boolean joined = story.turn() == Move.Kind.JOINED;
        return new Entry(
                Sign.CHANGED.mark() + (joined ? " joined" : " split"),
                tone(Sign.CHANGED),
                List.of(),
                "“" + Harmless.line(story.headline(), 160) + "”",
                (joined ? "is one story with “" : "is another story than “") + Harmless.line(story.other(), 160) + "”",
                at(story.at()),
                Harmless.line(story.why(), 200),
                settings.publicUrl()
                        .map(url -> url + "/stories/" + story.story().text())
                        .orElseGet(() -> address(story.source().text())),
                "",
                List.of(),
                List.of(),
                "");
    }

    private Entry told(Told told, String sign, String tone, String spread, List<String> terms) {
        String seen = "first seen " + at(told.firstSeen());
        String stated = told.stated()
                .map(date -> date.aheadOf(occasion.written()) ? "stated for " + when(date) + ", " + seen : when(date))
                .orElse("date unknown, " + seen);
        return new Entry(
                sign,
                tone,
                pieces(told),
                String.join(
                        " › ",
                        told.chain().stream().map(c -> Harmless.line(c, 120)).toList()),
                told.stance(),
                stated,
                told.ended()
                        .map(at -> "gone from the article at our visit of " + at(at))
                        .orElse(spread),
                address(told.source().text()),
                settings.publicUrl()
                        .map(url -> url + "/claims/" + told.id().text())
                        .orElse(""),
                terms,
                List.of(),
                "");
    }

    /** The sentence in pieces, or the claim's words alone where the sentence is too long to be one. */
    private List<Piece> pieces(Told told) {
        if (told.sentence().length() > room.wordsLength()) {
            return List.of(new Piece(Harmless.line(told.words(), room.wordsLength()), false));
        }
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Span mark : told.marks()) {
            add(pieces, told.sentence().substring(at, Math.max(at, mark.start())), false);
            add(pieces, told.sentence().substring(Math.max(at, mark.start()), Math.max(at, mark.end())), true);
            at = Math.max(at, mark.end());
        }
        add(pieces, told.sentence().substring(at), false);
        return pieces;
    }

    /** Blanks where pieces meet stay. */
    private void add(List<Piece> pieces, String raw, boolean marked) {
        String words = Harmless.line(raw, room.wordsLength());
        if (raw.isEmpty()) {
            return;
        }
        String before = Character.isWhitespace(raw.charAt(0)) && !pieces.isEmpty() ? " " : "";
        String after = Character.isWhitespace(raw.charAt(raw.length() - 1)) && !words.isEmpty() ? " " : "";
        pieces.add(new Piece(before + words + after, marked));
    }

    private List<String> terms(List<String> terms) {
        return terms.stream().limit(8).map(t -> Harmless.line(t, 240)).toList();
    }

    /** Under its own heading a repeat needs no sign. One difference is said at once, several beside each other. */
    private static String sign(ClaimItem item) {
        Sign sign = item.sign();
        if (sign == Sign.NONE || sign == Sign.REPEATED) {
            return "";
        }
        String words =
                item.others().size() == 1 ? Harmless.line(item.others().get(0).inWords(), 200) : "";
        return sign.mark() + " " + sign.inWords() + (words.isEmpty() ? "" : ": " + words);
    }

    private static String against(Other other, boolean only) {
        String how = switch (other.how()) {
            case CONTRADICTED -> "against it";
            case DIFFERS -> "elsewhere";
            case CHANGED -> "now";
            case NONE, WITHDRAWN, PROPOSAL, REPEATED -> "see also";
        };
        String words = only ? "" : Harmless.line(other.inWords(), 200);
        return words.isEmpty() ? how : how + ": " + words;
    }

    private static String tone(Sign sign) {
        return switch (sign) {
            case CONTRADICTED, DIFFERS -> "differ";
            case CHANGED, WITHDRAWN -> "change";
            case PROPOSAL -> "proposal";
            case NONE, REPEATED -> "";
        };
    }

    private static String spread(Spread spread) {
        if (spread.outlets() == 1) {
            return "";
        }
        int also = spread.alsoSaidBy().size();
        String names = String.join(
                ", ",
                spread.alsoSaidBy().stream()
                        .limit(3)
                        .map(n -> Harmless.line(n, 60))
                        .toList());
        return "also said by " + also + ", " + spread.independent() + " independent (" + names + (also > 3 ? ", …" : "")
                + ")";
    }

    private static String why(ClaimItem item) {
        return item.reason()
                .map(r -> "watch " + Harmless.line(r.watch(), 60)
                        + (r.words().isEmpty()
                                ? ""
                                : ": "
                                        + String.join(
                                                ", ",
                                                r.words().stream()
                                                        .map(w -> Harmless.line(w, 40))
                                                        .toList())))
                .orElse("");
    }

    /** An address of more than this is not one that a person can use. */
    private static String address(String url) {
        return url.length() > 2_000 ? url.substring(0, url.indexOf('/', 8) + 1) : url;
    }

    private String when(Dated dated) {
        return switch (dated) {
            case Dated.At at -> at(at.instant());
            case Dated.On on -> on.day().format(ofThisYear(on.day().getYear()) ? DAY : DAY_OF_YEAR);
        };
    }

    private String at(Instant instant) {
        ZonedDateTime local = instant.atZone(occasion.zone());
        return local.format(ofThisYear(local.getYear()) ? MINUTE : MINUTE_OF_YEAR);
    }

    private boolean ofThisYear(int year) {
        return year == occasion.day().getYear();
    }
}
