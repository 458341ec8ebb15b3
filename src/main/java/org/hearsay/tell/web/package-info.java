/**
 * The web site: pages for people, the same as JSON, and feeds out.
 *
 * <p>Reads the store and the index, writes nothing of its own. Everything a page, feed or person wrote comes out
 * escaped.
 *
 * <pre>{@code
 * try (WebServer web = WebServer.start(store, index, archive, settings)) {
 *     System.out.println("reading room at http://127.0.0.1:" + web.port());
 * }
 * }</pre>
 */
@NullMarked
package org.hearsay.tell.web;

import org.jspecify.annotations.NullMarked;
