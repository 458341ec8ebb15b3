/**
 * From a page's bytes to clean typed text.
 *
 * <p>In comes a {@link org.hearsay.page.Page} and what its feed said of it ({@link org.hearsay.read.article.Hints});
 * out comes an {@link org.hearsay.read.article.Extraction}: an {@link org.hearsay.read.article.Article} in typed
 * blocks, or the reason why the page is none. Pure and thread-safe; one reader serves all threads.
 *
 * <pre>{@code
 * Extraction extraction = new ArticleReader().read(page, hints);
 * switch (extraction) {
 *     case Readable r -> r.article().blocks().forEach(b -> System.out.println(b.span().of(r.article().text())));
 *     case Unreadable u -> System.out.println(u.why() + ": " + u.detail());
 * }
 * }</pre>
 *
 * <p>A page passes five stages, each a plain class that can be replaced alone. {@code Decoder} turns bytes into
 * characters, without the scripts and styles that are most of them ({@code Trimming}). {@code Evidence} gathers in one walk what the page says about itself, and {@code Facts} judges it: title
 * by vote, names, dates. {@code Outline} lays the body flat in a second walk: block elements as arrays in document
 * order, and the lines of text between them, so that an element is a range of lines and a question about an element
 * is a subtraction. {@code BodyFinder} asks several witnesses which range is the article (marks that name a body,
 * density of prose; {@code ScriptText} only where the page shows nothing), and {@code LineJudge} which of its lines are text. {@code Refusal} says whether what is left is an
 * article at all; {@code Layout} writes it down with exact spans.
 *
 * <p>Lines are labelled, never cut out of the tree, so a wrong label costs a line and a second look costs no second
 * parse. What class names say is a prior only: a name that a page gives to a third of its prose says nothing there.
 * Everything is a loop over arrays or over jsoup's iterative traversal; depth, length and number cost no stack, and
 * patterns see short lines only.
 *
 * <p>Bare text ({@code ArticleReader.ofText}) has no markup, so {@code PlainText} tells headings, lists and their
 * introductions by marks, labels, the build of phrases and length.
 */
@NullMarked
package org.hearsay.read.article;

import org.jspecify.annotations.NullMarked;
