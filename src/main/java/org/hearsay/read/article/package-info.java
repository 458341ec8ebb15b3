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
 */
@NullMarked
package org.hearsay.read.article;

import org.jspecify.annotations.NullMarked;
