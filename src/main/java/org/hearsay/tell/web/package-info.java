/**
 * The web site: pages for people, the same as JSON beside them.
 *
 * <p>In come the store and the index, out go server-rendered pages. It reads, and writes nothing of its own. A handler
 * asks a page class for a model (a record of finished words), a template sets it: words of the source in a serif, ours
 * in a sans, no script, no resource from elsewhere.
 *
 * <pre>{@code
 * try (WebServer web = WebServer.start(store, index, WebSettings.local(8080, () -> feeds))) {
 *     System.out.println("reading room at " + web.url());
 * }
 * }</pre>
 *
 * <p>What makes it safe: every word that a page, feed or person wrote is escaped by the templates and set apart from its
 * surroundings where it could turn the direction of writing; links go only to canonical http(s) addresses; requests
 * whose Host is not ours are refused, so that no other site can read this one through a browser; and nobody but this
 * machine is served unless there is a token.
 */
@NullMarked
package org.hearsay.tell.web;

import org.jspecify.annotations.NullMarked;
