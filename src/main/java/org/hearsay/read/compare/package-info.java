/**
 * Claims and articles side by side: which say the same, which differ and where, which are copies of one text.
 *
 * <p>In come {@link org.hearsay.read.compare.Statement}s and readings, out come
 * {@link org.hearsay.read.compare.Relation}s and {@link org.hearsay.read.compare.Fingerprint}s. All of it is
 * symmetric (comparing A with B mirrors B with A) and pure. Neither origins nor stories depend on the order in which
 * articles arrive.
 *
 * <pre>{@code
 * Comparer comparer = new Comparer();
 * Relation relation = comparer.relation(new Statement(a, articleA), new Statement(b, articleB));
 * boolean copied = comparer.sameText(comparer.fingerprint(readingA), comparer.fingerprint(readingB));
 * Grouping.Joined groups = new Grouping().join(id, fingerprint, candidates);
 * }</pre>
 *
 * <p><b>Copies</b> are found by a sample of the hashes of word triples: the smallest 256 of an article. What two samples
 * share below the bound of the shorter one estimates what the texts share, also where one is a tenth of the other.
 * Independent reports that quote one speech stay below the bar; a copy that was damaged badly must be one of its group's
 * fullest text ({@code Copies}). <b>Stories</b> share names, the words of title and lead, rare ones above all, and, where
 * the reader has vectors, what title and lead mean; the farther apart in time, the more ({@code Telling});
 * a store keeps the ties between them ({@link org.hearsay.read.compare.Coverage}).
 *
 * <p><b>Claims</b> are taken apart into slots: amounts with the thing they measure, what befell those counted, period,
 * names, the other words by family ("killed", "dead"). Silence is cheaper than a false conflict, so whatever a comparison
 * needs and one side does not say makes two claims unrelated: an amount differs from another only where unit, thing,
 * period and names fit and the bounds, as widened by "about", "more than" and rounding, exclude each other. Sixty per cent
 * of production and eighty-five of refining never do, nor do a change and a level, a rate and a sum, a part and its whole
 * ({@code Surroundings}). Pairs that a person puts side by side are weighed by a model as well
 * ({@link org.hearsay.read.compare.Comparer#judged}). What is still missed: paraphrase without common words, names in two
 * spellings, and bearers that are pronouns.
 */
@NullMarked
package org.hearsay.read.compare;

import org.jspecify.annotations.NullMarked;
