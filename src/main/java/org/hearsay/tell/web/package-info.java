/**
 * The web site: pages for people, the same as JSON beside them.
 *
 * <p>In come the store and the index, out go server-rendered pages. The parts of the site ({@code SearchRoutes},
 * {@code ItemRoutes} and so on) say what they answer; a handler asks a page class for a model (a record of finished
 * words), a template sets it: words of the source in a serif, ours in a sans, no resource from elsewhere. Every page works
 * without JavaScript; one small file of ours adds keys to it. What people say of what was read (a watch, a correction, who
 * is who) is the only thing that is written, and goes straight to the store, which keeps it through every rebuild.
 *
 * <pre>{@code
 * try (WebServer web = WebServer.start(store, index, WebSettings.local(8080, () -> feeds))) {
 *     System.out.println("reading room at " + web.url());
 * }
 * }</pre>
 *
 * <p>What makes it safe: every word that a page, feed or person wrote is escaped by the templates and set apart from its
 * surroundings where it could turn the direction of writing; links go only to canonical http(s) addresses; requests
 * whose Host is not ours are refused, so that no other site can read this one through a browser; a form changes something
 * only if it carries the token of our own pages; what a search may cost is bounded; and nobody but this machine is
 * served unless there is a token.
 */
@NullMarked
package org.hearsay.tell.web;

import org.jspecify.annotations.NullMarked;
