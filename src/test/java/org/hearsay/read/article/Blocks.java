package org.hearsay.read.article;

import java.util.List;

/** Blocks in short form: kind, words, and for an item the line that introduces it. */
final class Blocks {
    private Blocks() {}

    static String shown(Article article, Block block) {
        String words = article.words(block.span());
        return switch (block) {
            case Block.Heading h -> "h" + h.level() + " " + words;
            case Block.Paragraph p -> "p " + words;
            case Block.Item i ->
                "i " + words + i.leadIn().map(l -> " <- " + article.words(l)).orElse("");
            case Block.Quote q -> "q " + words;
            case Block.Row r -> "r " + words;
        };
    }

    static List<String> shown(Article article) {
        return article.blocks().stream().map(b -> shown(article, b)).toList();
    }
}
