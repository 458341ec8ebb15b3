/**
 * From linguistic facts to claims: who says what, how surely, on what terms.
 *
 * <p>In comes a {@link org.hearsay.read.language.Reading}, out come {@link org.hearsay.read.claim.Findings}. Every
 * claim points at its words, its source and its cue; a voice that is not sure is unnamed or unresolved, never guessed.
 * Pure and thread-safe.
 *
 * <pre>{@code
 * Findings findings = new ClaimFinder().claimsIn(reading);
 * for (Claim claim : findings.claims()) {
 *     System.out.println(claim.speaker() + " " + claim.stance() + ": " + claim.words(article.text()));
 * }
 * }</pre>
 */
@NullMarked
package org.hearsay.read.claim;

import org.jspecify.annotations.NullMarked;
