/**
 * The shapes that leave the program: JSON objects, JSON Lines and CSV rows, one place for the command line and the
 * web.
 *
 * <p>In come values of the rooms below, out come the objects that the documentation of the commands promises.
 *
 * <pre>{@code
 * ObjectNode line = new Shapes().extraction("id", url, extraction, findings);
 * }</pre>
 */
@NullMarked
package org.hearsay.tell.json;

import org.jspecify.annotations.NullMarked;
