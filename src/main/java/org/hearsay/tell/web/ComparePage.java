package org.hearsay.tell.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hearsay.keep.index.Query;
import org.hearsay.keep.index.SearchRequest;
import org.hearsay.keep.store.Comparison;
import org.hearsay.keep.store.Comparison.Side;
import org.hearsay.keep.store.Comparison.Told;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.OutletNames;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.compare.Relation;
import org.hearsay.read.language.Quantity;

/**
 * Claims side by side: a column for each independent text, the first reporter's first, a row for each slot.
 *
 * @param query as typed; empty where a claim was named
 * @param start what to say where nothing is compared
 */
record ComparePage(String query, List<Table> tables, Optional<String> start, String json) {
    /** @param columns of the first reporter of each text; {@code more} texts that have no room */
    record Table(
            String claim,
            String words,
            List<Column> columns,
            List<Row> rows,
            int more,
            List<String> notes,
            Optional<Figure> figure) {}

    /** @param copies other outlets that carry the text */
    record Column(String claim, String outlet, List<String> copies, boolean own, String relation, boolean differs) {}

    /** @param quoted whether the cells hold the source's words */
    record Row(String slot, boolean quoted, List<Cell> cells) {}

    /** @param differs said otherwise than in the first column; {@code how} says how */
    record Cell(String label, String words, boolean absent, boolean differs, String how) {}

    private static final Pattern SEEN = Pattern.compile("\\(seen ([0-9-]+T[0-9:.]+Z)\\)");

    private static final int TABLES = 5;
    private static final int COLUMNS = 6;
    private static final int LOOKED_AT = 120;

    /** One comparison for each assertion among the hits that others speak of too. */
    static List<Comparison> searched(Address address, Desk desk) {
        Query query = Query.parse(address.query());
        List<ClaimId> ids = desk
                .index()
                .search(new SearchRequest(query, SearchRequest.In.CLAIMS, SearchRequest.Sort.RELEVANCE, 0, LOOKED_AT))
                .hits()
                .stream()
                .map(hit -> new ClaimId(hit.id()))
                .toList();
        Set<ClaimId> shown = new HashSet<>();
        List<Comparison> found = new ArrayList<>();
        for (StoredClaim claim : desk.store().claims().all(ids)) {
            if (found.size() == TABLES) {
                break;
            }
            if (!shown.add(claim.claim().id())) {
                continue;
            }
            Comparison comparison = Comparison.of(desk.store(), claim);
            if (comparison.claims().size() > 1) {
                comparison
                        .claims()
                        .forEach(told -> shown.add(told.claim().claim().id()));
                found.add(comparison);
            }
        }
        return found;
    }

    static ComparePage of(List<Comparison> comparisons, Context ctx, Desk desk) {
        String query = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        String claim = Optional.ofNullable(ctx.queryParam("claim")).orElse("");
        Optional<String> start = comparisons.isEmpty()
                ? Optional.of(
                        query.isEmpty()
                                ? "Write what you want to see side by side, as in a search: each claim that others speak of"
                                        + " too becomes a table."
                                : "Nobody else was found to speak of what this search finds.")
                : Optional.empty();
        Sight sight = desk.sight();
        List<Table> tables = comparisons.stream()
                .map(comparison -> table(comparison, sight, desk.words()))
                .toList();
        String json = "/compare.json?"
                + (claim.isEmpty()
                        ? "q=" + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8)
                        : "claim=" + java.net.URLEncoder.encode(claim, java.nio.charset.StandardCharsets.UTF_8));
        return new ComparePage(query, tables, start, json);
    }

    /** A text, who tells it, what the outlet is called beside the others, and how it stands to the claim asked for. */
    private record Text(Told first, String outlet, List<String> copies, Side side) {}

    static Table table(Comparison comparison, Sight sight, Words words) {
        OutletNames outlets = comparison.outlets();
        List<Text> texts = new ArrayList<>();
        for (Side side : comparison.sides()) {
            Map<GroupId, List<Told>> byOrigin = new LinkedHashMap<>();
            // Who had it first by what the pages say; that we saw one before the other says little of a first visit.
            side.claims().stream()
                    .sorted(Comparator.comparing((Told told) -> told.article().orderedAt())
                            .thenComparing(told -> told.claim().claim().id()))
                    .forEach(told -> byOrigin.computeIfAbsent(told.article().origin(), o -> new ArrayList<>())
                            .add(told));
            for (List<Told> copies : byOrigin.values()) {
                // The claim that was asked for stands for its text.
                Told first = copies.stream()
                        .filter(told -> told.claim()
                                .claim()
                                .id()
                                .equals(comparison.about().claim().id()))
                        .findFirst()
                        .orElse(copies.get(0));
                texts.add(new Text(
                        first,
                        outlets.name(first.claim().publisher()),
                        outlets.besides(
                                first.claim().publisher(),
                                copies.stream().map(told -> told.claim().publisher())),
                        side));
            }
        }
        List<Text> shown = texts.subList(0, Math.min(COLUMNS, texts.size()));
        List<Column> columns = shown.stream()
                .map(text -> new Column(
                        text.first.claim().claim().id().text(),
                        text.outlet,
                        text.copies,
                        text.first
                                .claim()
                                .claim()
                                .id()
                                .equals(comparison.about().claim().id()),
                        relation(text.side.kind()) + (text.first.ended() ? " · no longer said" : ""),
                        text.side.kind() != Relation.Kind.SAME))
                .toList();
        return new Table(
                comparison.about().claim().id().text(),
                comparison.about().shown(),
                columns,
                rows(shown, words),
                texts.size() - shown.size(),
                comparison.notes().stream().map(note -> dated(note, words)).toList(),
                Figure.of(comparison.about(), sight));
    }

    /** A note with its time as the rest of the page tells times. */
    private static String dated(String note, Words words) {
        return SEEN.matcher(note)
                .replaceFirst(seen -> Matcher.quoteReplacement(
                        "(seen " + words.when(Instant.parse(seen.group(1))).words() + ")"));
    }

    private static String relation(Relation.Kind kind) {
        return switch (kind) {
            case SAME -> "= says so";
            case CONTRADICTS -> "≠ contradicts";
            case DIFFERS -> "≠ differs";
            case UNRELATED -> "";
        };
    }

    private static List<Row> rows(List<Text> texts, Words words) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("What is said", true, texts, text -> text.first.claim().shown(), how(texts, true)));
        rows.add(row("Who says it", false, texts, text -> speaker(text), none(texts)));
        rows.add(row("Who acts", true, texts, text -> named(text), none(texts)));
        rows.add(row("Quantity", true, texts, text -> figures(text.first), how(texts, false)));
        rows.add(row("Condition", false, texts, text -> condition(text.first), none(texts)));
        rows.add(row(
                "How surely", false, texts, text -> text.first.claim().claim().stanceInWords(), stance(texts)));
        rows.add(row(
                "Published",
                false,
                texts,
                text -> words.dated(text.first.article()).map(Words.When::words).orElse(""),
                none(texts)));
        rows.add(row(
                "First seen",
                false,
                texts,
                text -> words.when(text.first.claim().firstSeen()).words(),
                none(texts)));
        rows.removeIf(row -> row.cells.stream().allMatch(Cell::absent));
        return rows;
    }

    private static Row row(
            String slot,
            boolean quoted,
            List<Text> texts,
            java.util.function.Function<Text, String> value,
            List<String> how) {
        return new Row(
                slot,
                quoted,
                IntStream.range(0, texts.size())
                        .mapToObj(i -> {
                            String words = value.apply(texts.get(i));
                            return new Cell(
                                    texts.get(i).outlet,
                                    words.isEmpty() ? "not stated" : words,
                                    words.isEmpty(),
                                    !how.get(i).isEmpty(),
                                    how.get(i));
                        })
                        .toList());
    }

    private static List<String> none(List<Text> texts) {
        return texts.stream().map(text -> "").toList();
    }

    /** How each differs from the claim asked for: what is not an amount with its words, an amount with its figures. */
    private static List<String> how(List<Text> texts, boolean words) {
        return texts.stream()
                .map(text -> text.side.differences().stream()
                        .filter(d -> words != d instanceof org.hearsay.read.compare.Difference.Amount)
                        .map(org.hearsay.read.compare.Difference::inWords)
                        .collect(Collectors.joining("; ")))
                .toList();
    }

    private static List<String> stance(List<Text> texts) {
        String own = texts.isEmpty() ? "" : texts.get(0).first.claim().claim().stanceInWords();
        return texts.stream()
                .map(text -> text.first.claim().claim().stanceInWords().equals(own) ? "" : "said in another way")
                .toList();
    }

    private static String speaker(Text text) {
        List<Words.Step> path = Words.path(text.first.claim(), text.outlet);
        return path.stream().map(Words.Step::name).collect(Collectors.joining(" › "));
    }

    private static String named(Text text) {
        return text.first.claim().claim().names().stream()
                .filter(mention ->
                        text.first.claim().claim().content().stream().anyMatch(span -> span.overlaps(mention.span())))
                .map(mention -> of(mention.span(), text.first))
                .filter(words -> !words.isEmpty())
                .distinct()
                .limit(4)
                .collect(Collectors.joining(", "));
    }

    private static String figures(Told told) {
        return told.claim().claim().quantities().stream()
                .filter(q -> q.kind() != Quantity.Kind.ORDINAL)
                .map(q -> of(q.span(), told)
                        + q.of().map(span -> " of " + of(span, told)).orElse(""))
                .distinct()
                .limit(4)
                .collect(Collectors.joining("; "));
    }

    private static String condition(Told told) {
        return told.claim().claim().stance() == Stance.CONDITIONAL ? "only if something else happens" : "";
    }

    private static String of(Span span, Told told) {
        String text = told.article().text();
        return span.end() <= text.length() ? span.of(text) : "";
    }
}
