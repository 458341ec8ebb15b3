package org.hearsay.tell.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.claim.Likelihood;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Quotation;
import org.hearsay.read.claim.Stance;
import org.hearsay.read.claim.Term;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.compare.GroupId;
import org.hearsay.read.language.Quantity;

/** A claim of an {@link Exhibit} under construction. */
final class Saying {
    final Exhibit.Draft draft;
    private final List<Span> content = new ArrayList<>();
    private Span sentence;
    private final List<Span> source = new ArrayList<>();
    private final List<Voice> voices = new ArrayList<>();
    private Stance stance = Stance.ASSERTED;
    private boolean denied;
    private final List<Quantity> quantities = new ArrayList<>();
    private Optional<Proposal> proposal = Optional.empty();
    private String group;

    Saying(Exhibit.Draft draft, String words) {
        this.draft = draft;
        content.add(draft.at(words));
        int start = draft.text.lastIndexOf("\n", content.get(0).start()) + 1;
        int end = draft.text.indexOf("\n", content.get(0).end());
        sentence = new Span(start, end < 0 ? draft.text.length() : end);
        voices.add(new Voice.Outlet(draft.outlet));
        group = draft.id() + words;
    }

    Saying sentence(String words) {
        sentence = draft.at(words);
        return this;
    }

    Saying by(String name, String role) {
        source.add(draft.at(name));
        voices.add(new Voice.Named(name, Optional.of(role), Optional.empty(), draft.at(name)));
        return this;
    }

    Saying byUnnamed(String description) {
        source.add(draft.at(description));
        voices.add(new Voice.Unnamed(description, draft.at(description)));
        return this;
    }

    Saying byPronoun(String word) {
        source.add(draft.at(word));
        voices.add(new Voice.Unresolved(word, draft.at(word)));
        return this;
    }

    Saying stance(Stance other) {
        stance = other;
        return this;
    }

    Saying denied() {
        denied = true;
        return this;
    }

    Saying share(String words, String low, String high, String of) {
        quantities.add(new Quantity(
                draft.at(words),
                Quantity.Kind.PERCENT,
                Optional.of(new BigDecimal(low)),
                Optional.of(new BigDecimal(high)),
                "%",
                low.equals(high) ? Quantity.Closeness.ABOUT : Quantity.Closeness.RANGE,
                Optional.of(draft.at(of)),
                Optional.empty()));
        return this;
    }

    Saying offer(String trigger, String from, String to, String... terms) {
        proposal = Optional.of(new Proposal(
                Proposal.Act.OFFER,
                Proposal.Status.UNDER_DISCUSSION,
                List.of(draft.at(trigger)),
                List.of(draft.at(from)),
                List.of(draft.at(to)),
                List.of(),
                source,
                java.util.Arrays.stream(terms)
                        .map(t -> new Term(List.of(draft.at(t)), Term.Kind.GIVES, List.of()))
                        .toList(),
                Optional.of(new Likelihood(0.97, List.of("its fate is told", "a figure")))));
        return this;
    }

    Saying group(String name) {
        group = name;
        return this;
    }

    ClaimId id() {
        return stored().claim().id();
    }

    StoredClaim stored() {
        String text = draft.text.toString();
        List<String> words = content.stream().map(s -> s.of(text)).toList();
        Claim claim = new Claim(
                ClaimId.of(draft.id(), "", words, 0),
                content,
                sentence,
                source,
                List.of(),
                source.isEmpty() ? Quotation.NONE : Quotation.INDIRECT,
                voices,
                stance,
                denied,
                draft.names.stream()
                        .filter(name -> name.span().overlaps(sentence))
                        .toList(),
                quantities,
                proposal,
                0.87,
                "cue verb");
        return new StoredClaim(
                claim,
                draft.id(),
                draft.version,
                draft.url(),
                draft.outlet,
                claim.words(text),
                sentence.of(text),
                new GroupId(group),
                draft.seen,
                StoredClaim.State.CURRENT,
                Optional.empty());
    }
}
