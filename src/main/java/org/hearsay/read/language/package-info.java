/**
 * From text to linguistic facts: sentences, tokens with tag and lemma, names joined to entities, quantities.
 *
 * <p>In comes an {@link org.hearsay.read.article.Article}, out a {@link org.hearsay.read.language.Reading}; every
 * fact is a span of the article's text. OpenNLP is the frame; its objects that are not thread-safe are kept one a
 * thread, so that one {@link org.hearsay.read.language.Reader} serves all threads.
 *
 * <pre>{@code
 * ModelFiles files = name -> Files.newInputStream(models.resolve(name));
 * Reader reader = FullReader.load(files, models);     // or LightReader.load(files)
 * Reading reading = reader.read(article);
 * reading.quantities().forEach(q -> System.out.println(article.words(q.span()) + " of " + q.of().map(article::words)));
 * }</pre>
 *
 * <p>What a reader knows of English lies in lists under {@code lang/en} (abbreviations, units, currencies, roles, aliases
 * …) and in the files of {@code models/en}; a new word is a new line. The order of work: clean-up of characters one for
 * one, so that offsets never move; the language; sentences inside blocks; words; tags and lemmas; names, made consistent
 * over the article and joined to entities; quantities and dates.
 *
 * <p>Two readers differ in the names. {@link org.hearsay.read.language.LightReader} asks a perceptron, sentence by
 * sentence. {@link org.hearsay.read.language.FullReader} runs a small encoder over whole lines with their neighbours
 * before the sentences are cut into words; from the same pass come cues with their sources and contents, which
 * {@code read.claim} turns into claims, and how much a sentence is worth checking. Two things make it hard: the words,
 * pieces and letter-case shapes must be those of the trainer to the last number ({@code WordPieces}, {@code Shapes},
 * {@code Part}), and a quantised network answers differently beside other texts, so windows run one at a time. It takes
 * two thirds of the time of a reading; of the rest the tagger takes most.
 */
@NullMarked
package org.hearsay.read.language;

import org.jspecify.annotations.NullMarked;
