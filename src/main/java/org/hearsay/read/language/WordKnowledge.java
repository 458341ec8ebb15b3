package org.hearsay.read.language;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of words before any sentence is read: the cluster of each word (a path in a tree of words that keep the
 * same company, as a string of 0 and 1) and lists of names by kind. Immutable; a part of a {@link NameModel}'s file.
 */
public final class WordKnowledge {
    /** Names of more words than this are not looked for. */
    private static final int LONGEST_NAME = 4;

    private final Map<String, String> clusters;
    private final Map<String, List<String>> kinds = new HashMap<>();
    private final SequencedMap<String, List<String>> lists;

    /**
     * @param clusters from word to cluster
     * @param lists from a short kind ("city") to its names, words parted by single spaces
     */
    public WordKnowledge(Map<String, String> clusters, Map<String, List<String>> lists) {
        this.clusters = Map.copyOf(clusters);
        this.lists = new TreeMap<>(lists);
        this.lists.forEach((kind, names) -> {
            for (String name : names) {
                kinds.merge(name, List.of(kind), WordKnowledge::joined);
            }
        });
    }

    private static List<String> joined(List<String> a, List<String> b) {
        List<String> both = new ArrayList<>(a);
        b.stream().filter(kind -> !both.contains(kind)).forEach(both::add);
        return List.copyOf(both);
    }

    /** The cluster of a word as written, else of its small letters. */
    @Nullable
    String cluster(String word) {
        String cluster = clusters.get(word);
        return cluster != null ? cluster : clusters.get(word.toLowerCase(Locale.ROOT));
    }

    @Nullable
    String clusterAsWritten(String word) {
        return clusters.get(word);
    }

    /** For each word the kinds of the listed names that cover it, as "B-city" or "I-city"; the longest name wins. */
    List<List<String>> listed(String[] words) {
        List<List<String>> marks = new ArrayList<>(words.length);
        for (int i = 0; i < words.length; i++) {
            marks.add(List.of());
        }
        for (int i = 0; i < words.length; i++) {
            if (words[i].isEmpty()
                    || !Character.isUpperCase(words[i].charAt(0))
                    || !marks.get(i).isEmpty()) {
                continue;
            }
            String name = "";
            int best = 0;
            List<String> bestKinds = List.of();
            for (int n = 1; n <= LONGEST_NAME && i + n <= words.length; n++) {
                name = n == 1 ? words[i] : name + " " + words[i + n - 1];
                List<String> found = kinds.get(name);
                if (found != null) {
                    best = n;
                    bestKinds = found;
                }
            }
            for (int n = 0; n < best; n++) {
                String prefix = n == 0 ? "B-" : "I-";
                marks.set(i + n, bestKinds.stream().map(prefix::concat).toList());
            }
        }
        return marks;
    }

    /** Whether any list of names holds the words. */
    boolean isListed(String name) {
        return kinds.containsKey(name);
    }

    /** Whether a list of the kind holds the name. */
    boolean isListed(String kind, String name) {
        List<String> found = kinds.get(name);
        return found != null && found.contains(kind);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(clusters.size());
        for (Map.Entry<String, String> entry : new TreeMap<>(clusters).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
        out.writeInt(lists.size());
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            out.writeUTF(list.getKey());
            out.writeInt(list.getValue().size());
            for (String name : list.getValue()) {
                out.writeUTF(name);
            }
        }
    }

    static WordKnowledge read(DataInputStream in) throws IOException {
        Map<String, String> clusters = new HashMap<>();
        Map<String, String> shared = new HashMap<>();
        for (int n = in.readInt(); n > 0; n--) {
            String word = in.readUTF();
            clusters.put(word, shared.computeIfAbsent(in.readUTF(), path -> path));
        }
        Map<String, List<String>> lists = new TreeMap<>();
        for (int n = in.readInt(); n > 0; n--) {
            String kind = in.readUTF();
            List<String> names = new ArrayList<>();
            for (int m = in.readInt(); m > 0; m--) {
                names.add(in.readUTF());
            }
            lists.put(kind, names);
        }
        return new WordKnowledge(clusters, lists);
    }
}
