/**
 * From text to linguistic facts: sentences, tokens with tag and lemma, names joined to entities, quantities.
 *
 * <p>In comes an {@link org.hearsay.read.article.Article}, out a {@link org.hearsay.read.language.Reading}; every
 * fact is a span of the article's text. OpenNLP is the frame; its objects that are not thread-safe are kept one a
 * thread, so that one {@link org.hearsay.read.language.Reader} serves all threads.
 *
 * <pre>{@code
 * Reader reader = LightReader.load(name -> Files.newInputStream(models.resolve(name)));
 * Reading reading = reader.read(article);
 * reading.quantities().forEach(q -> System.out.println(article.words(q.span()) + " of " + q.of().map(article::words)));
 * }</pre>
 *
 * <p>What a reader knows of English lies in lists under {@code lang/en} (abbreviations, units, currencies, roles, aliases
 * …) and in {@code models/en/names.bin}; a new word is a new line. The order of work: clean-up of characters one for one,
 * so that offsets never move; the language; sentences inside blocks; words; tags and lemmas; names, made consistent over
 * the article and joined to entities; quantities and dates. Lemmas took most of the time until each pair of word and tag
 * was asked for once only; now no step stands out.
 */
@NullMarked
package org.hearsay.read.language;

import org.jspecify.annotations.NullMarked;
