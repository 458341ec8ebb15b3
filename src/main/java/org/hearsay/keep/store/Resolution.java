package org.hearsay.keep.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.claim.Claim;
import org.hearsay.read.claim.Voice;
import org.hearsay.read.language.EntityId;
import org.hearsay.read.language.Mention;

/**
 * What people's decisions come to: for the id that reading gave, the entity that it is. A split in the article at hand
 * goes before a merge at each step, so that "all Clintons are Bill, but not here" can be said. A value.
 *
 * @param merged from an id to the one that it was merged into
 * @param split the same for some articles only
 */
public record Resolution(Map<EntityId, EntityId> merged, Map<EntityId, Map<ArticleId, EntityId>> split) {
    /** No decision. */
    public static final Resolution NONE = new Resolution(Map.of(), Map.of());

    public Resolution {
        merged = Map.copyOf(merged);
        Map<EntityId, Map<ArticleId, EntityId>> copied = new HashMap<>();
        split.forEach((id, articles) -> copied.put(id, Map.copyOf(articles)));
        split = Map.copyOf(copied);
    }

    static Resolution of(List<Entities.Decision> decisions) {
        Map<EntityId, EntityId> merged = new HashMap<>();
        Map<EntityId, Map<ArticleId, EntityId>> split = new HashMap<>();
        for (Entities.Decision decision : decisions) {
            if (decision.undone().isPresent()) {
                continue;
            }
            switch (decision.kind()) {
                case MERGE -> merged.put(decision.entity(), decision.into());
                case SPLIT ->
                    decision.articles()
                            .forEach(article -> split.computeIfAbsent(decision.entity(), id -> new HashMap<>())
                                    .put(article, decision.into()));
            }
        }
        return merged.isEmpty() && split.isEmpty() ? NONE : new Resolution(merged, split);
    }

    /** The entity that {@code read} is where no article says otherwise. */
    public EntityId of(EntityId read) {
        return follow(read, Optional.empty());
    }

    /** The entity that {@code read} is in that article. */
    public EntityId of(EntityId read, ArticleId article) {
        return follow(read, Optional.of(article));
    }

    private EntityId follow(EntityId read, Optional<ArticleId> article) {
        EntityId now = read;
        Set<EntityId> seen = new HashSet<>();
        while (seen.add(now)) {
            Map<ArticleId, EntityId> here = split.getOrDefault(now, Map.of());
            EntityId next = article.map(here::get).orElse(null);
            next = next != null ? next : merged.get(now);
            if (next == null || seen.contains(next)) {
                return now;
            }
            now = next;
        }
        return now;
    }

    /** Every id that may come to {@code entity} somewhere, itself included. */
    Set<EntityId> sources(EntityId entity) {
        Set<EntityId> sources = new LinkedHashSet<>(Set.of(entity));
        int before = 0;
        while (sources.size() > before) {
            before = sources.size();
            merged.forEach((from, into) -> {
                if (sources.contains(into)) {
                    sources.add(from);
                }
            });
            split.forEach((from, articles) -> {
                if (articles.values().stream().anyMatch(sources::contains)) {
                    sources.add(from);
                }
            });
        }
        return sources;
    }

    public List<Mention> of(List<Mention> mentions, ArticleId article) {
        if (this.equals(NONE)) {
            return mentions;
        }
        List<Mention> resolved = new ArrayList<>(mentions.size());
        mentions.forEach(
                mention -> resolved.add(new Mention(mention.span(), mention.type(), of(mention.entity(), article))));
        return resolved;
    }

    /** The claim with the entities of its names and voices as decided. */
    public Claim of(Claim claim, ArticleId article) {
        if (this.equals(NONE)) {
            return claim;
        }
        List<Voice> voices = new ArrayList<>(claim.voices().size());
        claim.voices()
                .forEach(voice -> voices.add(
                        voice instanceof Voice.Named named
                                ? new Voice.Named(
                                        named.name(),
                                        named.role(),
                                        named.entity().map(id -> of(id, article)),
                                        named.span())
                                : voice));
        return claim.saidAs(voices, claim.stance(), claim.denied()).withNames(of(claim.names(), article));
    }
}
