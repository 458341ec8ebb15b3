package org.hearsay.keep.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchVersionInfo;
import org.opensearch.client.opensearch._types.Time;
import org.opensearch.client.opensearch._types.mapping.DynamicMapping;
import org.opensearch.client.opensearch._types.mapping.Property;
import org.opensearch.client.opensearch._types.mapping.TypeMapping;
import org.opensearch.client.opensearch.indices.IndexSettings;
import org.opensearch.client.opensearch.indices.get_mapping.IndexMappingRecord;
import org.opensearch.client.opensearch.indices.update_aliases.Action;

/**
 * Which indices there are on an OpenSearch and what their names stand for. Searches ask one name and writers fill
 * another. Both mean one index, but while a new one is made: that is filled beside the old one, and takes over its name in
 * one step when it is complete. What an index is made of is a template's, one for each version of the fields.
 */
final class OpenSearchIndices {
    /** As far as a list of hits can be gone through. */
    static final int WINDOW = 500_000;
    /** The first release that this program was tried with; what it asks for came by and by in those before. */
    private static final int[] OLDEST = {3, 8};

    private static final String MAPPING = "hearsay-mapping";
    /** Of what a document holds in any engine, and of what it has in this one alone. */
    private static final String FIELDS = Documents.MAPPING + "." + Bands.VERSION;

    private final OpenSearchAddress address;
    private final OpenSearchServer server;

    OpenSearchIndices(OpenSearchAddress address, OpenSearchServer server) {
        this.address = address;
        this.server = server;
    }

    /** The name under which the index is searched. */
    String searched() {
        return address.name();
    }

    /** The name under which it is filled. */
    String filled() {
        return address.name() + ".filled";
    }

    /**
     * Looks whether the server will do and the index has our fields, and makes it where it is not there yet.
     *
     * @return whether it was made, and so is empty
     */
    boolean prepare() {
        checkServer();
        if (behind(searched()).isEmpty()) {
            pointBoth(made(), Set.of());
            return true;
        }
        checkFields();
        return false;
    }

    /** @throws IndexException if it is another server, or an old one */
    void checkServer() {
        OpenSearchVersionInfo version = server.insist(OpenSearchClient::info).version();
        String[] number = version.number().split("[.-]");
        int major = Integer.parseInt(number[0]);
        boolean old = major < OLDEST[0] || major == OLDEST[0] && Integer.parseInt(number[1]) < OLDEST[1];
        if (!"opensearch".equals(version.distribution()) || old) {
            throw new IndexException("the server at " + address + " is " + version.distribution() + " "
                    + version.number() + ": index.url needs OpenSearch " + OLDEST[0] + "." + OLDEST[1] + " or newer");
        }
    }

    /** @throws IndexException if another version of this program made it */
    void checkFields() {
        Map<String, IndexMappingRecord> mappings = server.insist(
                client -> client.indices().getMapping(m -> m.index(searched())).result());
        for (IndexMappingRecord one : mappings.values()) {
            JsonData made = one.mappings().meta().get(MAPPING);
            String version = made == null ? "none" : made.to(String.class);
            if (!version.equals(FIELDS)) {
                throw new IndexException("the index at " + address + " has fields of version " + version
                        + ", this program's are " + FIELDS
                        + ": run the Hearsay that made it, or name another index in index.url"
                        + " (it is filled from the store), and delete the old one when no other program uses it");
            }
        }
    }

    /** From now on a new index is filled, while the present one is searched. */
    void startOver() {
        String present = only(searched());
        Set<String> filledSoFar = behind(filled());
        String next = made();
        List<Action> actions = new ArrayList<>();
        filledSoFar.forEach(index -> actions.add(away(index, filled())));
        actions.add(toward(next, filled()));
        server.insist(client -> client.indices().updateAliases(u -> u.actions(actions)));
        filledSoFar.stream().filter(index -> !index.equals(present)).forEach(this::delete);
    }

    /** An empty index takes the place of whatever there is. */
    void empty() {
        Set<String> before = new TreeSet<>(behind(searched()));
        before.addAll(behind(filled()));
        pointBoth(made(), before);
        before.forEach(this::delete);
    }

    /** What is filled is what is searched from now on. @return whether that is new */
    boolean complete() {
        Set<String> before = behind(searched());
        String next = only(filled());
        if (before.contains(next)) {
            return false;
        }
        server.insist(client -> client.indices().refresh(r -> r.index(next)));
        pointBoth(next, before);
        before.forEach(this::delete);
        return true;
    }

    private void pointBoth(String next, Set<String> before) {
        List<Action> actions = new ArrayList<>();
        for (String index : before) {
            actions.add(away(index, searched()));
            actions.add(away(index, filled()));
        }
        actions.add(toward(next, searched()));
        actions.add(toward(next, filled()));
        server.insist(client -> client.indices().updateAliases(u -> u.actions(actions)));
    }

    private static Action away(String index, String name) {
        return Action.of(a -> a.remove(r -> r.index(index).alias(name).mustExist(false)));
    }

    private static Action toward(String index, String name) {
        return Action.of(a -> a.add(add -> add.index(index).alias(name)));
    }

    private void delete(String index) {
        server.insist(client -> client.indices().delete(d -> d.index(index).ignoreUnavailable(true)));
    }

    /** The indices that a name stands for: one, or none where it is not in use. */
    private Set<String> behind(String name) {
        return server.insist(client -> {
            if (!client.indices().existsAlias(e -> e.name(name)).value()) {
                return Set.of();
            }
            return new TreeSet<>(
                    client.indices().getAlias(g -> g.name(name)).result().keySet());
        });
    }

    private String only(String name) {
        return behind(name).stream()
                .findFirst()
                .orElseThrow(() -> new IndexAway(
                        "the index at " + address
                                + " is gone: \"hearsay serve\" and \"hearsay crawl\" make it again from"
                                + " the store when they start",
                        new IllegalStateException(name)));
    }

    /** A new index, empty, without a name yet. */
    private String made() {
        String prefix = address.name() + "-" + FIELDS + "-";
        server.insist(client -> client.indices()
                .putIndexTemplate(t -> t.name(address.name() + "-" + FIELDS)
                        .indexPatterns(prefix + "*")
                        .template(of -> of.settings(settings()).mappings(fields()))));
        Set<String> there = server.insist(client ->
                client.indices().get(g -> g.index(prefix + "*")).result().keySet());
        int number = 1;
        while (there.contains(prefix + number)) {
            number++;
        }
        String name = prefix + number;
        server.ask(client -> client.indices().create(c -> c.index(name)));
        return name;
    }

    private static IndexSettings settings() {
        // Searches see what a writer has committed, and a second machine keeps a copy where there is one.
        return IndexSettings.of(s -> s.refreshInterval(Time.of(t -> t.time("-1")))
                .autoExpandReplicas("0-1")
                .maxResultWindow(WINDOW));
    }

    private static TypeMapping fields() {
        return TypeMapping.of(m -> {
            m.meta(MAPPING, JsonData.of(FIELDS)).dynamic(DynamicMapping.Strict);
            // The rest is only searched, and would take most of the room.
            m.source(s -> s.includes(
                    List.of(Documents.ID, Documents.ARTICLE, Documents.SHOWN, Documents.FOLD, Documents.MEANING)));
            m.properties(
                    OpenSearchDocuments.PART, Property.of(p -> p.join(j -> j.relations("article", List.of("claim")))));
            for (String words : List.of(
                    Documents.TEXT,
                    Documents.TEXT + Documents.EXACT,
                    Documents.TITLE,
                    Documents.TITLE + Documents.EXACT,
                    Documents.TERM,
                    Documents.TERM + Documents.EXACT,
                    QueryField.SOURCE.label,
                    QueryField.ABOUT.label,
                    QueryField.OUTLET.label)) {
                m.properties(
                        OpenSearchDocuments.field(words),
                        Property.of(p -> p.text(t -> t.analyzer("whitespace").positionIncrementGap(100))));
            }
            for (QueryField field : QueryField.values()) {
                switch (field.kind) {
                    case CHOICE, KEY, ENTITY, QUANTITY, UNIT ->
                        key(m, field.label, FacetCounts.TRAITS.contains(field.label));
                    case WORDS, DATE, DAYS -> {}
                }
            }
            for (String key : List.of(Documents.DOC, Documents.ARTICLE, Documents.MEANING_DUE, Bands.FIELD)) {
                key(m, key, false);
            }
            key(m, Documents.ID, true);
            Columns.NAMED.forEach(facet -> key(m, OpenSearchDocuments.field(Documents.FACET + facet), true));
            for (String number : List.of(Documents.FOLD, Documents.SOURCE_TEXT, Documents.TRAITS)) {
                m.properties(number, Property.of(p -> p.long_(l -> l.index(number.equals(Documents.FOLD)))));
            }
            for (String time : List.of(Documents.WHEN, Documents.SEEN)) {
                m.properties(time, Property.of(p -> p.date(d -> d.format("strict_date_optional_time"))));
            }
            for (String stored : List.of(Documents.SHOWN, Documents.MEANING)) {
                m.properties(
                        stored, Property.of(p -> p.keyword(k -> k.index(false).docValues(false))));
            }
            m.properties(
                    Documents.FIGURE,
                    Property.of(p ->
                            p.nested(n -> n.properties(OpenSearchDocuments.UNIT, Property.of(u -> u.long_(l -> l)))
                                    .properties(OpenSearchDocuments.LOW, Property.of(u -> u.double_(l -> l)))
                                    .properties(OpenSearchDocuments.HIGH, Property.of(u -> u.double_(l -> l))))));
            return m;
        });
    }

    private static void key(TypeMapping.Builder mapping, String field, boolean counted) {
        mapping.properties(field, Property.of(p -> p.keyword(k -> k.docValues(counted))));
    }
}
