/**
 * Claims and articles side by side: which say the same, which differ and where, which are copies of one text.
 *
 * <p>In come {@link org.hearsay.read.compare.Statement}s and readings, out come
 * {@link org.hearsay.read.compare.Relation}s and {@link org.hearsay.read.compare.Fingerprint}s. All of it is
 * symmetric (comparing A with B mirrors B with A) and pure, so groups built from it do not depend on the order in
 * which articles arrive.
 *
 * <pre>{@code
 * Comparer comparer = new Comparer();
 * Relation relation = comparer.relation(new Statement(a, articleA), new Statement(b, articleB));
 * boolean copied = comparer.sameText(comparer.fingerprint(readingA), comparer.fingerprint(readingB));
 * }</pre>
 */
@NullMarked
package org.hearsay.read.compare;

import org.jspecify.annotations.NullMarked;
