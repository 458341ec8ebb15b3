/**
 * How fast the program is, measured with JMH. Nothing of this is in the normal build, in the jar or in the folder that
 * is shipped: the Maven profile {@code bench} adds these sources to those of the tests and runs them.
 *
 * <pre>{@code
 * HEARSAY_CORPORA=FOLDER mvn -Pbench verify -DskipTests
 * }</pre>
 *
 * <p>Each benchmark stands beside what a user would otherwise write, in the same run, since only the ratio of the two
 * can be compared between machines. Work is counted per second of processor time, not of the clock, so that a busy
 * machine does not look like a slow program. Figures and how to read them are in {@code src/docs/speed.md}.
 */
@NullMarked
package org.hearsay.bench;

import org.jspecify.annotations.NullMarked;
