package org.hearsay.read.claim;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.language.Quantity;
import org.hearsay.read.language.Reading;
import org.hearsay.read.language.Sentence;
import org.hearsay.read.language.Tagging;

/** A reading as lines by block, with the quotations of each block. */
final class Lines {
    private final Reading reading;
    private final List<Quotes> quotes = new ArrayList<>();
    private final List<List<Line>> byBlock = new ArrayList<>();
    private final List<Line> all = new ArrayList<>();
    private final Map<Line, Integer> indexes = new IdentityHashMap<>();
    private final Map<Line, Double> worth = new IdentityHashMap<>();

    Lines(Reading reading, Lexicon lexicon) {
        this.reading = reading;
        String text = reading.article().text();
        for (Block block : reading.article().blocks()) {
            quotes.add(Quotes.in(text, block.span()));
            byBlock.add(new ArrayList<>());
        }
        int mention = 0;
        int quantity = 0;
        List<Double> worths = reading.tagging().map(Tagging::worth).orElse(List.of());
        int number = -1;
        for (Sentence sentence : reading.sentences()) {
            number++;
            while (mention < reading.names().size()
                    && reading.names().get(mention).span().end()
                            <= sentence.span().start()) {
                mention++;
            }
            if (sentence.block() < 0
                    || sentence.block() >= quotes.size()
                    || sentence.tokens().isEmpty()) {
                continue;
            }
            List<Quantity> measured = new ArrayList<>();
            for (int q = quantity; q < reading.quantities().size(); q++) {
                Span span = reading.quantities().get(q).span();
                if (span.start() >= sentence.span().end()) {
                    break;
                }
                if (sentence.span().contains(span)) {
                    measured.add(reading.quantities().get(q));
                }
                quantity = q + 1;
            }
            Line line = new Line(reading, sentence, quotes.get(sentence.block()), mention, measured, lexicon);
            byBlock.get(sentence.block()).add(line);
            indexes.put(line, all.size());
            if (number < worths.size()) {
                worth.put(line, worths.get(number));
            }
            all.add(line);
        }
    }

    Reading reading() {
        return reading;
    }

    String text() {
        return reading.article().text();
    }

    int blocks() {
        return quotes.size();
    }

    Block block(int i) {
        return reading.article().blocks().get(i);
    }

    Quotes quotes(int block) {
        return quotes.get(block);
    }

    /** Whether a line stands in a paragraph or an item, and in no heading, row or set-off quotation. */
    boolean inText(Line line) {
        Block block = block(line.sentence().block());
        return block instanceof Block.Paragraph || block instanceof Block.Item;
    }

    List<Line> ofBlock(int block) {
        return byBlock.get(block);
    }

    List<Line> all() {
        return all;
    }

    /** The line of the same block in which {@code offset} lies; {@code line} itself if there is none. */
    Line at(Line line, int offset) {
        if (line.sentence().span().contains(offset)) {
            return line;
        }
        for (Line other : ofBlock(line.sentence().block())) {
            if (other.sentence().span().contains(offset)) {
                return other;
            }
        }
        return line;
    }

    /** The line that holds {@code offset}, or the last one before it. */
    Line at(int offset) {
        int low = 0;
        int high = all.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (all.get(middle).sentence().span().start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return all.get(low);
    }

    /** The line of a block in which {@code offset} lies. */
    Optional<Line> holding(int block, int offset) {
        return ofBlock(block).stream()
                .filter(line -> line.sentence().span().contains(offset))
                .findFirst();
    }

    /** The lines of which {@code span} holds words, beginning with that of its block; {@code line} itself if there are none. */
    List<Line> over(Line line, Span span) {
        if (line.sentence().span().contains(span)) {
            return List.of(line);
        }
        List<Line> found = new ArrayList<>();
        for (int block = line.sentence().block(); block < byBlock.size(); block++) {
            if (block(block).span().start() >= span.end()) {
                break;
            }
            for (Line other : byBlock.get(block)) {
                if (other.sentence().span().overlaps(span)) {
                    found.add(other);
                }
            }
        }
        return found.isEmpty() ? List.of(line) : found;
    }

    /** How much the line is worth checking, from 0 to 1; absent where no encoder has judged it. */
    Optional<Double> worth(Line line) {
        return Optional.ofNullable(worth.get(line));
    }

    /** Its place in {@link #all}. */
    int indexOf(Line line) {
        return indexes.getOrDefault(line, 0);
    }
}
