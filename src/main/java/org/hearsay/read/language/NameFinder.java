package org.hearsay.read.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.namefind.TokenNameFinder;
import org.hearsay.read.article.Article;

/**
 * Finds the names of an article: a model reads each sentence, then the article is made consistent. Headlines are read in
 * the case that their words have in the text, titles stand apart, the type of a name is decided by vote, a name seen whole
 * is found short later. Immutable.
 */
final class NameFinder {
    /** Words that the model looks at together. */
    private static final int AT_ONCE = 200;

    private final TokenNameFinder model;
    private final WordKnowledge knowledge;
    private final NameShape shape;
    private final HeadingNames headings;
    private final NameVote vote;
    private final NamesAgain again;
    private final NewsHabits habits;
    private final Administrations administrations = new Administrations();

    NameFinder(NameModel model, Roles roles, Aliases aliases) {
        this.model = model.finder();
        knowledge = model.knowledge();
        shape = new NameShape(roles);
        headings = new HeadingNames(knowledge, aliases);
        vote = new NameVote(knowledge, aliases);
        again = new NamesAgain(knowledge, roles);
        habits = new NewsHabits(knowledge);
    }

    /** Not overlapping and in text order. */
    List<Name> in(Article article, List<Sentence> sentences) {
        HeadlineCase cases = HeadlineCase.of(article, sentences, knowledge);
        List<Name> names = new ArrayList<>();
        int read = 0;
        for (int s = 0; s < sentences.size() && read < Frame.READ_OF_A_TEXT; s++) {
            read += sentences.get(s).tokens().size();
            find(s, sentences, cases.words(sentences.get(s)), names);
        }
        return consistent(article, names, sentences, false);
    }

    /** The same from the names that an encoder marked; the model reads what it left out at the end of a long text. */
    List<Name> in(Article article, List<Sentence> sentences, Marked marked) {
        HeadlineCase rest = HeadlineCase.of(article, List.of(), knowledge);
        List<Name> names = new ArrayList<>();
        int next = 0;
        int read = 0;
        for (int s = 0; s < sentences.size() && read < Frame.READ_OF_A_TEXT; s++) {
            read += sentences.get(s).tokens().size();
            Sentence sentence = sentences.get(s);
            if (sentence.span().start() >= marked.readTo()) {
                find(s, sentences, rest.words(sentence), names);
                continue;
            }
            List<Token> tokens = sentence.tokens();
            for (int i = 0; i < tokens.size(); ) {
                int start = tokens.get(i).span().start();
                while (next < marked.names().size()
                        && marked.names().get(next).span().end() <= start) {
                    next++;
                }
                if (next == marked.names().size()) {
                    break;
                }
                Marked.Found found = marked.names().get(next);
                int from = i++;
                if (start < found.span().start()) {
                    continue;
                }
                while (i < tokens.size()
                        && tokens.get(i).span().start() < found.span().end()) {
                    i++;
                }
                shape.ofMarked(new Name(s, from, i, found.type()), sentences).ifPresent(names::add);
            }
        }
        return consistent(article, Nicknames.joined(names, sentences), sentences, true);
    }

    /** @param surely whether what found the names saw their whole line and knows small letters */
    private List<Name> consistent(Article article, List<Name> names, List<Sentence> sentences, boolean surely) {
        List<Name> voted = vote.voted(headings.sifted(article, names, sentences), sentences);
        List<Name> heeded = habits.heeded(voted, sentences);
        List<Name> found = new ArrayList<>(surely ? NamesAgain.longer(heeded, sentences) : heeded);
        found.addAll(again.unmarked(found, sentences, surely));
        if (surely) {
            found.addAll(Administrations.unmarked(found, sentences));
        }
        return administrations.whole(found.stream().sorted().toList(), sentences);
    }

    private void find(int s, List<Sentence> sentences, String[] words, List<Name> names) {
        int end = Math.min(words.length, Frame.READ_OF_A_SENTENCE);
        for (int from = 0; from < end; from += AT_ONCE) {
            String[] part = from == 0 && words.length <= AT_ONCE
                    ? words
                    : Arrays.copyOfRange(words, from, Math.min(end, from + AT_ONCE));
            for (opennlp.tools.util.Span span : model.find(part)) {
                Name run = new Name(s, from + span.getStart(), from + span.getEnd(), NameType.valueOf(span.getType()));
                shape.ofCapitals(run, sentences).ifPresent(names::add);
            }
        }
    }
}
