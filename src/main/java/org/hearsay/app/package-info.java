/**
 * The roof: {@code Main}, the settings, one class a command, and the only place where rooms are wired together.
 *
 * <p>In come the words of a command line, the environment and {@code hearsay.properties}; out go the exit code, data on
 * stdout and everything else on stderr. Nothing below imports this package, so what a command does can be called from a
 * test without it.
 */
@NullMarked
package org.hearsay.app;

import org.jspecify.annotations.NullMarked;
