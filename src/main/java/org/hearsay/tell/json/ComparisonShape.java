package org.hearsay.tell.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hearsay.keep.store.Comparison;

/** A claim beside all that others say of it, as it leaves the program. */
public final class ComparisonShape {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ComparisonShape() {}

    public static ObjectNode of(Comparison comparison) {
        Shapes shapes = new Shapes();
        ObjectNode out = JSON.objectNode();
        out.put("claim", comparison.about().claim().id().text());
        out.put("text", comparison.about().words());
        ArrayNode sides = out.putArray("sides");
        for (Comparison.Side side : comparison.sides()) {
            ObjectNode one = sides.addObject();
            one.put("relation", side.kind().name().toLowerCase(Locale.ROOT));
            one.put("outlets", side.outlets());
            one.put("origins", side.origins());
            one.put("firstSeen", side.firstSeen().claim().claim().id().text());
            one.put(
                    "firstStated",
                    side.firstStated()
                            .map(told -> told.claim().claim().id().text())
                            .orElse(null));
            ArrayNode differences = one.putArray("differences");
            side.differences().forEach(difference -> differences.add(shapes.difference(difference)));
            one.set("why", Shapes.texts(side.why()));
            ArrayNode claims = one.putArray("claims");
            for (Comparison.Told told : side.claims()) {
                ObjectNode claim = shapes.claim(told.claim(), told.article());
                claim.put("origin", told.article().origin().text());
                claim.put("published", told.stated().map(Object::toString).orElse(null));
                claims.add(claim);
            }
        }
        ArrayNode copies = out.putArray("copies");
        comparison
                .copies()
                .forEach((origin, told) -> copies.addObject()
                        .put("origin", origin.text())
                        .set(
                                "articles",
                                Shapes.texts(told.stream()
                                        .map(t -> t.article().id().text())
                                        .collect(Collectors.toList()))));
        out.set("notes", Shapes.texts(comparison.notes()));
        return out;
    }
}
