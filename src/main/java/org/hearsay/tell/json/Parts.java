package org.hearsay.tell.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearsay.keep.store.StoredArticle;
import org.hearsay.read.article.Article;
import org.hearsay.read.article.Block;
import org.hearsay.read.article.Span;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Findings;
import org.hearsay.read.claim.Proposal;
import org.hearsay.read.claim.Term;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.language.Entity;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.Mention;
import org.hearsay.read.language.Quantity;
import org.hearsay.read.language.Reading;

/**
 * The lists of one article: its names, quantities, claims and proposals. They are made together because claims and
 * terms point into the others by index.
 *
 * @param fullNames the longest name of each entity in the article
 */
record Parts(
        List<Mention> names,
        Map<EntityId, String> fullNames,
        List<Quantity> quantities,
        List<Claim> claims,
        List<Proposal> proposals) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final Parts NONE = new Parts(List.of(), Map.of(), List.of(), List.of(), List.of());

    static Parts of(Article article) {
        return NONE;
    }

    static Parts of(Reading reading) {
        return new Parts(reading.names(), fullNames(reading), reading.quantities(), List.of(), List.of());
    }

    static Parts of(Findings findings) {
        Reading reading = findings.reading();
        return new Parts(
                withAll(
                        reading.names(),
                        findings.claims().stream().map(Claim::names).toList()),
                fullNames(reading),
                withAll(reading.quantities(), quantitiesOf(findings.claims(), findings.proposals())),
                findings.claims(),
                withAll(
                        findings.proposals(),
                        findings.claims().stream()
                                .map(claim -> claim.proposal().stream().toList())
                                .toList()));
    }

    /** The store keeps mentions without their entities, so the longest words of each stand in for its name. */
    static Parts of(StoredArticle article) {
        Map<EntityId, String> longest = new HashMap<>();
        for (Mention mention : article.names()) {
            String words = mention.span().of(article.text());
            longest.merge(mention.entity(), words, (a, b) -> b.length() > a.length() ? b : a);
        }
        return new Parts(article.names(), longest, article.quantities(), List.of(), article.proposals());
    }

    private static Map<EntityId, String> fullNames(Reading reading) {
        Map<EntityId, String> names = new HashMap<>();
        for (Entity entity : reading.entities()) {
            names.put(entity.id(), entity.name());
        }
        return names;
    }

    private static List<List<Quantity>> quantitiesOf(List<Claim> claims, List<Proposal> proposals) {
        List<List<Quantity>> lists = new ArrayList<>();
        claims.forEach(claim -> lists.add(claim.quantities()));
        proposals.forEach(proposal -> proposal.terms().forEach(term -> lists.add(term.quantities())));
        return lists;
    }

    /** A finder may add to what the reader saw; what it adds stands at the end, so that every index points somewhere. */
    private static <T> List<T> withAll(List<T> known, List<List<T>> used) {
        List<T> all = new ArrayList<>(known);
        for (List<T> list : used) {
            for (T one : list) {
                if (!all.contains(one)) {
                    all.add(one);
                }
            }
        }
        return all;
    }

    /** Adds all lists. */
    ObjectNode into(ObjectNode out) {
        ObjectNode node = names(out);
        ArrayNode claimList = node.putArray("claims");
        claims.forEach(claim -> claimList.add(claim(claim)));
        return proposals(node);
    }

    /** Adds the lists that claims point into. */
    ObjectNode lists(ObjectNode out) {
        return proposals(names(out));
    }

    private ObjectNode names(ObjectNode out) {
        ArrayNode nameList = out.putArray("names");
        for (Mention mention : names) {
            ObjectNode one = startEnd(nameList.addObject(), mention.span());
            one.put("type", mention.type().name());
            one.put("entity", fullNames.get(mention.entity()));
        }
        ArrayNode quantityList = out.putArray("quantities");
        quantities.forEach(quantity -> quantityList.add(quantity(quantity)));
        return out;
    }

    private ObjectNode proposals(ObjectNode out) {
        ArrayNode proposalList = out.putArray("proposals");
        proposals.forEach(proposal -> proposalList.add(proposal(proposal)));
        return out;
    }

    ObjectNode claim(Claim claim) {
        ObjectNode out = JSON.objectNode();
        out.put("id", claim.id().text());
        out.set("sentence", span(claim.sentence()));
        out.set("content", spans(claim.content()));
        out.set("source", spans(claim.source()));
        out.set("cue", spans(claim.cue()));
        out.put("quotation", lower(claim.quotation()));
        ArrayNode voices = out.putArray("voices");
        claim.voices().forEach(voice -> voices.add(voice(voice)));
        out.put("stance", lower(claim.stance()));
        out.put("denied", claim.denied());
        out.set("names", indexes(claim.names(), names));
        out.set("quantities", indexes(claim.quantities(), quantities));
        int proposal = claim.proposal().map(proposals::indexOf).orElse(-1);
        out.set("proposal", proposal < 0 ? JSON.nullNode() : JSON.numberNode(proposal));
        out.put("confidence", claim.confidence());
        out.put("rule", claim.rule());
        return out;
    }

    private static ObjectNode voice(Voice voice) {
        ObjectNode out = JSON.objectNode();
        return switch (voice) {
            case Voice.Outlet v ->
                out.put("kind", "outlet").put("name", v.name()).putNull("role").putNull("span");
            case Voice.Named v ->
                out.put("kind", "named")
                        .put("name", v.name())
                        .put("role", v.role().orElse(null))
                        .set("span", span(v.span()));
            case Voice.Unnamed v ->
                out.put("kind", "unnamed")
                        .put("name", v.description())
                        .putNull("role")
                        .set("span", span(v.span()));
            case Voice.Unresolved v ->
                out.put("kind", "unresolved")
                        .put("name", v.words())
                        .putNull("role")
                        .set("span", span(v.span()));
        };
    }

    private static ObjectNode quantity(Quantity quantity) {
        ObjectNode out = startEnd(JSON.objectNode(), quantity.span());
        out.put("kind", quantity.kind().name());
        out.put("low", quantity.low().map(Parts::plain).orElse(null));
        out.put("high", quantity.high().map(Parts::plain).orElse(null));
        out.put("unit", quantity.unit());
        out.put("closeness", lower(quantity.closeness()));
        out.set("of", span(quantity.of()));
        out.set("when", span(quantity.when()));
        return out;
    }

    /** One form for one number: no exponent, no zeros after its last digit. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private ObjectNode proposal(Proposal proposal) {
        ObjectNode out = JSON.objectNode();
        out.put("act", lower(proposal.act()));
        out.put("status", lower(proposal.status()));
        out.set("trigger", spans(proposal.trigger()));
        out.set("proposer", spans(proposal.proposer()));
        out.set("recipient", spans(proposal.recipient()));
        out.set("matter", spans(proposal.matter()));
        out.set("reporter", spans(proposal.reporter()));
        ArrayNode terms = out.putArray("terms");
        for (Term term : proposal.terms()) {
            ObjectNode one = terms.addObject();
            one.set("span", spans(term.spans()));
            one.put("kind", lower(term.kind()));
            one.set("quantities", indexes(term.quantities(), quantities));
        }
        proposal.likelihood().ifPresent(likely -> out.put("confidence", likely.share()));
        return out;
    }

    static ArrayNode blocks(List<Block> blocks) {
        ArrayNode out = JSON.arrayNode();
        for (Block block : blocks) {
            ObjectNode one = out.addObject();
            one.put("kind", kind(block));
            if (block instanceof Block.Heading heading) {
                one.put("level", heading.level());
            }
            startEnd(one, block.span());
            if (block instanceof Block.Item item) {
                one.set("leadIn", span(item.leadIn()));
            }
        }
        return out;
    }

    private static String kind(Block block) {
        return switch (block) {
            case Block.Heading h -> "heading";
            case Block.Paragraph p -> "paragraph";
            case Block.Item i -> "item";
            case Block.Quote q -> "quote";
            case Block.Row r -> "row";
        };
    }

    private static ObjectNode startEnd(ObjectNode out, Span span) {
        return out.put("start", span.start()).put("end", span.end());
    }

    static JsonNode span(Optional<Span> span) {
        return span.<JsonNode>map(Parts::span).orElse(JSON.nullNode());
    }

    static ArrayNode span(Span span) {
        return JSON.arrayNode().add(span.start()).add(span.end());
    }

    static ArrayNode spans(List<Span> spans) {
        ArrayNode out = JSON.arrayNode();
        spans.forEach(span -> out.add(span(span)));
        return out;
    }

    private static <T> ArrayNode indexes(List<T> some, List<T> all) {
        ArrayNode out = JSON.arrayNode();
        for (T one : some) {
            int index = all.indexOf(one);
            if (index >= 0) {
                out.add(index);
            }
        }
        return out;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
