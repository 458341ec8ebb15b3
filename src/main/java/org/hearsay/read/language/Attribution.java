package org.hearsay.read.language;

import java.util.List;

/**
 * Somebody's words as the encoder marks them: the cue that says so ("said", "according to"), who it was and what. It is
 * evidence for a claim and no claim yet: nothing is resolved, and weak cues are here too, for the caller to choose by
 * their confidence ({@code 0.5} is where the encoder itself would draw the line).
 *
 * <pre>{@code
 * for (Attribution said : reading.tagging().map(Tagging::attributions).orElse(List.of())) {
 *     if (said.cue().confidence() >= 0.5) {
 *         System.out.println(article.words(said.cue().span()) + " <- " + said.source() + ": " + said.content());
 *     }
 * }
 * }</pre>
 *
 * @param block index into the article's blocks; all spans lie in that block
 * @param cue never part of another attribution's cue
 * @param source in text order, usually one; empty if the text names nobody
 * @param content in text order; several where a cue stands inside ("…", he said, "…"); may be empty for a weak cue
 */
public record Attribution(int block, Tagged cue, List<Tagged> source, List<Tagged> content) {
    public Attribution {
        source = List.copyOf(source);
        content = List.copyOf(content);
    }
}
