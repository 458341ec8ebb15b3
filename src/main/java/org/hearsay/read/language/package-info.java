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
 */
@NullMarked
package org.hearsay.read.language;

import org.jspecify.annotations.NullMarked;
