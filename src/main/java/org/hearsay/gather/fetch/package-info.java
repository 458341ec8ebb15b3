/**
 * Polite, safe HTTP: what a server on the open web may do to us ends here, as data.
 *
 * <p>In goes an address and the validators of the last visit, out comes a
 * {@link org.hearsay.gather.fetch.FetchOutcome}. Redirects are followed hop by hop, every connected address is
 * checked, bodies are bounded in time and size, robots.txt is asked before articles, and a feed's
 * {@link org.hearsay.gather.fetch.Credentials} stay at the server that they are for.
 *
 * <p>A page keeps the header lines of its answer as they came, but for two kinds: those that spoke of the connection
 * are dropped, and where a compressed body was decoded, Content-Encoding goes and Content-Length becomes the length of
 * what is handed on. So headers and body agree, and a replay from the archive needs to know nothing of this.
 *
 * <p>What is hard: a check of the looked-up address is too early (an address may be written as a number, a name may
 * change), so {@code GuardedSockets} checks the one being connected; and a thread in a socket read does not hear an
 * interrupt, so requests run on threads of their own and the asking thread only waits.
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
