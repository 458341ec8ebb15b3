/**
 * Polite, safe HTTP: what a server on the open web may do to us ends here, as data.
 *
 * <p>In goes an address and the validators of the last visit, out comes a
 * {@link org.hearsay.gather.fetch.FetchOutcome}. Redirects are followed hop by hop, every connected address is
 * checked, bodies are bounded in time and size, robots.txt is asked before articles.
 *
 * <pre>{@code
 * try (Fetcher fetcher = new Fetcher(FetchSettings.defaults(), InstantSource.system())) {
 *     if (fetcher.page(url, Validators.NONE) instanceof Fetched f) {
 *         archive.keep(f.page(), hints);
 *     }
 * }
 * }</pre>
 */
@NullMarked
package org.hearsay.gather.fetch;

import org.jspecify.annotations.NullMarked;
