package org.hearsay.read.language;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Dated;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity.Kind;

/**
 * Finds quantities and dates by rules, a sentence at a time: dates first, then numbers with a unit, then counts with
 * their noun. Immutable.
 */
final class QuantityFinder {
    private final NumeralReader numerals = new NumeralReader();
    private final DateFinder dates = new DateFinder(numerals);
    private final Preceding preceding = new Preceding();
    private final Measured measured = new Measured(preceding);
    private final AmountReader amounts = new AmountReader(numerals, preceding);

    List<Quantity> in(Article article, List<Sentence> sentences) {
        Published published = new Published(article.published().map(QuantityFinder::day));
        List<Quantity> found = new ArrayList<>();
        for (Sentence sentence : sentences) {
            if (!sentence.tokens().isEmpty()) {
                List<Quantity> here = in(Line.of(sentence.tokens()), published);
                found.addAll(inRow(article, sentence, here));
            }
        }
        return found;
    }

    /** In a row of a table the first cell says what the others measure. */
    private static List<Quantity> inRow(Article article, Sentence sentence, List<Quantity> quantities) {
        Block block = article.blocks().get(sentence.block());
        int end = block instanceof Block.Row
                ? article.text().indexOf(" | ", block.span().start())
                : -1;
        if (end <= block.span().start() || end >= block.span().end()) {
            return quantities;
        }
        Span first = new Span(block.span().start(), end);
        if (article.words(first).chars().noneMatch(Character::isLetter)) {
            return quantities;
        }
        return quantities.stream()
                .map(quantity -> quantity.of().isEmpty()
                                && quantity.kind() != Quantity.Kind.DATE
                                && quantity.span().start() >= end
                        ? quantity.of(first)
                        : quantity)
                .toList();
    }

    private static LocalDate day(Dated dated) {
        return LocalDate.ofInstant(dated.earliest(), ZoneOffset.UTC);
    }

    private List<Quantity> in(Line line, Published published) {
        List<FoundDate> days = dates.in(line, published);
        boolean[] taken = new boolean[line.size()];
        for (FoundDate day : days) {
            for (int i = day.start(); i < day.end(); i++) {
                taken[i] = true;
            }
        }
        List<Amount> read = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Optional<Amount> amount = taken[i] ? Optional.empty() : amounts.at(line, i, taken);
            if (amount.isPresent()) {
                read.add(amount.get());
                i = Math.max(i, amount.get().end() - 1);
            }
        }
        List<Quantity> found = new ArrayList<>(
                read.stream().map(amount -> quantity(line, amount, days)).toList());
        Shared.between(line, read, found);
        for (FoundDate day : days) {
            if (!day.hours()) {
                found.add(day.quantity(line));
            }
        }
        found.sort(Comparator.comparing(Quantity::span));
        return found;
    }

    private Quantity quantity(Line line, Amount amount, List<FoundDate> days) {
        return new Quantity(
                line.span(amount.start(), amount.end()),
                amount.unit().kind(),
                Optional.of(amount.low()),
                Optional.of(amount.high()),
                amount.unit().code(),
                amount.closeness(),
                measured.of(line, amount),
                amount.unit().kind() == Kind.ORDINAL ? Optional.empty() : Period.of(line, amount, days));
    }
}
