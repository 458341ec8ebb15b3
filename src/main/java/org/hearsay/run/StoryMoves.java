package org.hearsay.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.hearsay.keep.store.Store;
import org.hearsay.keep.store.Stories.Member;
import org.hearsay.keep.store.Stories.Move;
import org.hearsay.read.article.ArticleId;
import org.hearsay.read.compare.Coverage;
import org.hearsay.read.compare.GroupId;

/** What became of the stories of some articles, for people who saw them before. */
final class StoryMoves {
    private final Store store;
    /** The stories as they are now; a member's own story is the one that it was in before. */
    private final Map<GroupId, List<Member>> stories;

    private final Set<ArticleId> lately;
    private final Instant now;
    private final Function<List<ArticleId>, Map<ArticleId, Coverage>> coverages;

    /**
     * @param lately articles that were just filed, of which nobody has seen a story yet
     * @param coverages of texts, in their order
     */
    StoryMoves(
            Store store,
            Map<GroupId, List<Member>> stories,
            Set<ArticleId> lately,
            Instant now,
            Function<List<ArticleId>, Map<ArticleId, Coverage>> coverages) {
        this.store = store;
        this.stories = stories;
        this.lately = lately;
        this.now = now;
        this.coverages = coverages;
    }

    void note() {
        Map<GroupId, Map<GroupId, List<Member>>> moved = new TreeMap<>();
        stories.forEach((story, members) ->
                members.forEach(member -> moved.computeIfAbsent(member.story(), from -> new TreeMap<>())
                        .computeIfAbsent(story, into -> new ArrayList<>())
                        .add(member)));
        moved.forEach((from, parts) -> parts.forEach((into, members) -> {
            if (!from.equals(into)) {
                note(from, into, members);
            }
        }));
    }

    private void note(GroupId from, GroupId into, List<Member> members) {
        // A story goes where its first article goes; what goes elsewhere has parted from it.
        boolean joined = members.stream().anyMatch(member -> member.id().text().equals(from.text()));
        if (joined && members.stream().allMatch(member -> lately.contains(member.id()))) {
            return;
        }
        Move.Kind kind = joined ? Move.Kind.JOINED : Move.Kind.SPLIT;
        String why = joined
                ? "reports of both tell of " + shared(members, into)
                : "these reports are more like each other than like the rest";
        store.stories().record(new Move(from, into, kind, now, members.size(), why));
    }

    /** What the two most alike tell of, one of those that came and one of those that were there. */
    private String shared(List<Member> came, GroupId into) {
        List<Member> there = new ArrayList<>(stories.getOrDefault(into, List.of()));
        there.removeAll(came);
        Map<ArticleId, Coverage> first = coverages(came);
        Map<ArticleId, Coverage> second = coverages(there);
        double most = -1;
        String words = "one event";
        for (Coverage a : first.values()) {
            for (Coverage b : second.values()) {
                OptionalDouble tie = a.tie(b);
                if (tie.isPresent() && tie.getAsDouble() > most) {
                    most = tie.getAsDouble();
                    words = a.shared(b);
                }
            }
        }
        return words;
    }

    private Map<ArticleId, Coverage> coverages(List<Member> members) {
        return coverages.apply(members.stream()
                .map(member -> new ArticleId(member.origin().text()))
                .toList());
    }
}
