package org.hearsay.tell.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.hearsay.keep.store.ProposalAccounts;
import org.hearsay.keep.store.ProposalAccounts.Told;
import org.hearsay.page.OutletNames;
import org.hearsay.read.article.Span;
import org.hearsay.read.compare.TermTable;
import org.jspecify.annotations.Nullable;

/** A proposal as all outlets tell it, as it leaves the program. */
public final class ProposalShape {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ProposalShape() {}

    /** {@code columns}, {@code terms} with a list of cells each, {@code standings} by time. */
    public static ObjectNode of(ProposalAccounts accounts) {
        ObjectNode out = JSON.objectNode();
        OutletNames outlets = accounts.outlets();
        ArrayNode columns = out.putArray("columns");
        for (ProposalAccounts.Column column : accounts.columns()) {
            ObjectNode one = columns.addObject();
            one.put("claim", column.first().claim().text());
            one.put("origin", column.first().article().origin().text());
            one.set("outlets", Shapes.texts(column.outlets(outlets)));
            one.set(
                    "articles",
                    Shapes.texts(column.told().stream()
                            .map(told -> told.article().id().text())
                            .distinct()
                            .toList()));
            one.put("published", published(column.first()));
            one.put("ended", column.first().ended());
        }
        ArrayNode terms = out.putArray("terms");
        for (TermTable.Row row : accounts.terms().rows()) {
            ArrayNode cells = terms.addArray();
            row.cells().forEach(cell -> cells.add(cell(cell)));
        }
        ArrayNode standings = out.putArray("standings");
        for (ProposalAccounts.Standing standing : accounts.standings()) {
            Told told = standing.told();
            standings
                    .addObject()
                    .put("claim", told.claim().text())
                    .put("outlet", told.article().outlet())
                    .put("published", published(told))
                    .put("status", lower(standing.standing().status()))
                    .put("denied", standing.standing().denied())
                    .put("turn", standing.turn())
                    .put("ended", told.ended());
        }
        return out;
    }

    private static ObjectNode cell(TermTable.Cell cell) {
        ObjectNode out = JSON.objectNode();
        out.put("telling", lower(cell.telling()).replace('_', ' '));
        if (cell.term().isPresent()) {
            Span span = cell.term().get().spans().get(0);
            out.put("text", cell.words());
            out.put("kind", lower(cell.term().get().kind()));
            out.putArray("span").add(span.start()).add(span.end());
        }
        out.set("changed", Shapes.texts(cell.changed()));
        return out;
    }

    private static @Nullable String published(Told told) {
        return told.article().stated().map(Object::toString).orElse(null);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
