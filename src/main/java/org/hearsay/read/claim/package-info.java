/**
 * From linguistic facts to claims: who says what, how surely, on what terms.
 *
 * <p>In comes a {@link org.hearsay.read.language.Reading}, out come {@link org.hearsay.read.claim.Findings}. Every
 * claim points at its words, its source and its cue; a voice that is not sure is unnamed or unresolved, never guessed.
 * Pure and thread-safe.
 *
 * <p>The work goes in this order. {@code Lines} and {@code Quotes} lay out sentences and quotations. {@code Reports}
 * finds reports with their cue, source and content: by rules {@code VerbReports} looks for cue verbs and {@code
 * Subjects} for whose they are, {@code OtherReports} and {@code Transcript} for cues that are no verbs, {@code QuotedAs}
 * for words that came through another ("was quoted as saying"), {@code Headline} for headings; {@code DirectSpeech},
 * {@code ContentAhead} and {@code ContentBehind} cut what is reported. All that follows is the same
 * whoever found them: {@code Dressing} tells what the cue itself says, {@code NoReport} turns away what nobody says,
 * {@code Through} tells whom a source has its words from ("citing two officials"), {@code InnerReports} whose they are where
 * a report is all that another tells, {@code Continued} follows direct speech over sentences and paragraphs, {@code Clauses} parts "that …, and that …",
 * {@code Speakers} ties sources to voices ({@code Naming} by the name in the phrase, {@code Persons} a pronoun or an
 * office), {@code OwnClaims} takes what the outlet says itself, as far as {@code Worth} finds it comparable, {@code
 * VerbProposals}, {@code NounProposals}, {@code LatentProposals}, {@code ReadyProposals}, {@code ImpliedProposals} and
 * {@code Wishes} find proposals, {@code Parties} leaves out what nobody proposes, {@code Proposers} names who does,
 * {@code Listed}, {@code InlineList} (both by way of {@code LeadIn} and {@code ListedOffer}), {@code ToldTerms}, {@code
 * LaterTerms}, {@code PresentTerms} and {@code Answers} gather their terms and their fate,
 * {@code Hedges} knows the words that weaken, {@code Scope} tells whether they weaken the clause or something in it,
 * {@code Stances} weighs them, {@code Negation} their "not", {@code Trimming} makes the last cut. Where models of signs decide
 * ({@code ActsTold}, {@code OwnClaims}, {@code StanceModel}), {@code Opinion} adds what the network for claims makes of the
 * words, and {@code Meant} tells {@code Speakers} whom it takes for the speaker. What is turned away
 * on the way goes to {@code Doubts}, which gives it at the end to whoever asks for more than readers are shown. The
 * words all of them look for are files under {@code lang/en}, one word a line.
 *
 * <p>There is no dependency parser: {@code Phrases} follows noun phrases by their tags, a bounded way to either side, so
 * that time grows with the text. What is hard is the subject: it is better to leave a report out than to give it to
 * the wrong one.
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
