package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every spelling of a page's title, and the one that most witnesses agree on, without the site's name. */
record Titles(Optional<String> best, List<String> all) {
    private static final Pattern PARTS = Pattern.compile(
            "\\s+[|–—\\-:»«·•/~>›]+\\s+|\\s*\\|\\s*|\\s*::\\s*|(?<=[\\u3000-\\u9fff])[-_]+(?=[\\u3000-\\u9fff])|\\s+›\\s*|\\s+»\\s*");

    /** More than all others together: what readers see as the headline is the title. */
    private static final int HEADLINE = 20;
    /** Outlets state their stories' titles with more care than other sites. */
    private static final int BESIDE_STATED = 3;
    /** Shorter ends of a heading are like other words by chance. */
    private static final int KICKED_WORDS = 4;

    private static final int KICKER_WORDS = 8;
    /** Words that no kicker ends with: what follows them is the rest of a phrase. */
    private static final Set<String> LEADS_ON = Set.of(
            ("the a an and of in on to for der die das den dem ein eine und von im zu le la les l un une des et de"
                            + " du el los las una y del il lo gli e di het een en van")
                    .split(" "));
    /** A headline of the second rank stands before all others, but for those of menus and notices. */
    private static final int FIRST_SUBHEADS = 3;

    static Titles of(Evidence page, StructuredData data, String siteName, String host) {
        Site site = Site.of(siteName, host);
        List<String> candidates = new ArrayList<>();
        List<String> told = new ArrayList<>();
        data.headlines().stream().limit(1).forEach(told::add);
        page.meta("og:title").ifPresent(told::add);
        page.meta("twitter:title").ifPresent(told::add);
        page.meta("parsely-title", "sailthru.title", "dc.title", "title", "headline")
                .ifPresent(told::add);
        if (!page.title.isBlank()) {
            told.add(page.title);
        }
        List<String> cut = told.stream().map(t -> withoutSite(t, site)).toList();
        String head = headline(page, cut, site);
        if (head.isEmpty()) {
            head = subhead(page, cut);
        }
        String whole = named(page, head, cut).orElse(head);
        Optional<String> kicked = underKicker(page, whole, cut).or(() -> withoutKicker(whole, cut));
        head = kicked.orElse(whole);
        if (!head.isEmpty()) {
            candidates.add(withoutSite(head, site));
        }
        candidates.addAll(cut);
        Set<String> all = new LinkedHashSet<>(candidates);
        all.addAll(told);
        if (!whole.isBlank()) {
            all.add(whole);
        }
        page.headlines.stream()
                .map(Evidence.Headline::text)
                .filter(h -> !h.isBlank())
                .limit(3)
                .forEach(all::add);
        boolean stated = data.article() && !data.headlines().isEmpty() && kicked.isEmpty();
        int weight = head.isEmpty() ? 0 : stated ? BESIDE_STATED : HEADLINE;
        return new Titles(vote(candidates, weight), List.copyOf(all));
    }

    /**
     * The headline of the first rank. One alone is believed; among several the one that shares most words with what the
     * page's head says, else the one over most paragraphs. Sites put their own name into others.
     */
    private static String headline(Evidence page, List<String> told, Site site) {
        List<String> texts = new ArrayList<>();
        List<Integer> paragraphs = new ArrayList<>();
        for (int i = 0; i < page.headlines.size(); i++) {
            String text = page.headlines.get(i).text();
            if (text.length() < 4
                    || text.length() > 400
                    || site.named(text) && told.stream().noneMatch(t -> overlap(text, t) > 0.9)) {
                continue;
            }
            int end = i + 1 < page.headlines.size() ? page.headlines.get(i + 1).after() : page.paragraphs;
            texts.add(text);
            paragraphs.add(end - page.headlines.get(i).after());
        }
        if (texts.stream().distinct().count() == 1) {
            return texts.get(0);
        }
        String best = "";
        double bestShare = 0.4;
        for (String h : texts) {
            double share = 0;
            for (String t : told) {
                share = Math.max(share, overlap(h, t));
            }
            if (share > bestShare + 0.01) {
                best = h;
                bestShare = share;
            }
        }
        int most = 0;
        for (int i = 0; best.isEmpty() && i < texts.size(); i++) {
            most = Math.max(most, paragraphs.get(i));
        }
        for (int i = 0; best.isEmpty() && most > 2 && i < texts.size(); i++) {
            best = paragraphs.get(i) == most ? texts.get(i) : "";
        }
        return best;
    }

    /** A lower heading that says what the page's head says. */
    private static String subhead(Evidence page, List<String> told) {
        for (String heading : page.subheads) {
            for (String title : told) {
                for (String part : title.length() > 300 ? new String[0] : PARTS.split(title)) {
                    if (part.length() > 3 && BodyFinder.key(part).equals(BodyFinder.key(heading))) {
                        return heading;
                    }
                }
                if (BodyFinder.key(heading).length() > 3 && overlap(heading, title) > 0.8) {
                    return heading;
                }
            }
        }
        return "";
    }

    /**
     * What the page's head says besides, where a lower heading shows it behind a kicker: the first rank is then kept for
     * search engines, and repeats the title of the window.
     */
    private static Optional<String> underKicker(Evidence page, String headline, List<String> told) {
        String first = BodyFinder.key(headline);
        if (first.isEmpty() || told.stream().noneMatch(t -> BodyFinder.key(t).equals(first))) {
            return Optional.empty();
        }
        for (String title : told) {
            String key = BodyFinder.key(title);
            if (key.split(" ").length < KICKED_WORDS || first.contains(key) || key.contains(first)) {
                continue;
            }
            for (String heading : page.subheads.subList(0, Math.min(FIRST_SUBHEADS, page.subheads.size()))) {
                String whole = BodyFinder.key(heading);
                if (whole.endsWith(" " + key) && whole.length() < 2 * key.length()) {
                    return Optional.of(title);
                }
            }
        }
        return Optional.empty();
    }

    /** What the page's head says, where the headline says it behind a few words more. */
    private static Optional<String> withoutKicker(String headline, List<String> told) {
        String whole = BodyFinder.key(headline);
        for (String title : told) {
            String key = BodyFinder.key(title);
            if (key.indexOf(' ') < 0 || !whole.endsWith(" " + key)) {
                continue;
            }
            String[] kicker = whole.substring(0, whole.length() - key.length()).split(" ");
            if (kicker.length <= KICKER_WORDS && !LEADS_ON.contains(kicker[kicker.length - 1])) {
                return Optional.of(title);
            }
        }
        return Optional.empty();
    }

    /**
     * A lower heading that repeats what the page's head says, where the first rank shares no word with it: "News",
     * "Details", the name of a section.
     */
    private static Optional<String> named(Evidence page, String headline, List<String> told) {
        if (headline.isEmpty() || told.isEmpty() || told.stream().anyMatch(t -> overlap(headline, t) > 0)) {
            return Optional.empty();
        }
        List<String> lower = new ArrayList<>(
                page.headlines.stream().map(Evidence.Headline::text).toList());
        lower.addAll(page.subheads);
        for (String heading : lower) {
            String key = BodyFinder.key(heading);
            if (key.indexOf(' ') > 0
                    && told.stream().anyMatch(t -> BodyFinder.key(t).equals(key))) {
                return Optional.of(heading);
            }
        }
        return Optional.empty();
    }

    static double overlap(String a, String b) {
        Set<String> x = new LinkedHashSet<>(List.of(BodyFinder.key(a).split(" ")));
        Set<String> y = new LinkedHashSet<>(List.of(BodyFinder.key(b).split(" ")));
        if (x.isEmpty() || y.isEmpty()) {
            return 0;
        }
        Set<String> both = new LinkedHashSet<>(x);
        both.retainAll(y);
        return 2.0 * both.size() / (x.size() + y.size());
    }

    /** The headline on the page counts most, then what the page's head says, in the order in which it was told. */
    private static Optional<String> vote(List<String> candidates, int headline) {
        String best = "";
        int bestVotes = 0;
        for (String candidate : candidates) {
            String key = BodyFinder.key(candidate);
            int votes = 0;
            for (int i = 0; i < candidates.size(); i++) {
                int weight = i == 0 && headline > 0 ? headline : i <= 2 ? 2 : 1;
                votes += BodyFinder.key(candidates.get(i)).equals(key) ? weight : 0;
            }
            if (!key.isEmpty() && votes > bestVotes) {
                best = candidate;
                bestVotes = votes;
            }
        }
        String whole = best;
        return candidates.stream()
                .filter(c -> afterKicker(whole, c))
                .findFirst()
                .or(() -> Optional.of(whole))
                .filter(t -> !t.isBlank())
                .map(Titles::clean);
    }

    /** Whether {@code title} is {@code whole} without a kicker before a colon. */
    private static boolean afterKicker(String whole, String title) {
        int words = title.split(" ").length;
        return words >= 3 && whole.length() > title.length() + 2 && whole.endsWith(": " + title);
    }

    private static String clean(String title) {
        return Layout.collapse(title);
    }

    /** Cuts parts that are the site's name, from either end. */
    private static String withoutSite(String title, Site site) {
        String rest = title.strip();
        for (int turn = 0; turn < 3; turn++) {
            if (!parted(rest)) {
                return rest;
            }
            Matcher m = PARTS.matcher(rest);
            int firstStart = -1;
            int firstEnd = -1;
            int lastStart = -1;
            int lastEnd = -1;
            while (m.find()) {
                if (firstStart < 0) {
                    firstStart = m.start();
                    firstEnd = m.end();
                }
                lastStart = m.start();
                lastEnd = m.end();
            }
            if (lastStart <= 0) {
                return rest;
            }
            String tail = rest.substring(lastEnd);
            String head = rest.substring(0, firstStart);
            boolean bar = rest.substring(lastStart, lastEnd).contains("|");
            if (site.named(tail) || bar && tail.split(" ").length <= 4 && lastStart > 15) {
                rest = rest.substring(0, lastStart).strip();
            } else if (site.named(head) && rest.length() - firstEnd > 8) {
                rest = rest.substring(firstEnd).strip();
            } else {
                return rest;
            }
        }
        return rest;
    }

    /** Whether a title has any of the signs that part titles. */
    private static boolean parted(String title) {
        for (int i = 0; i < title.length(); i++) {
            if ("|–—-:»«·•/~>›_".indexOf(title.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The date that a part of a title is ("The dam holds | Outlet | 3 May 2024"). */
    static Optional<Dated> dateIn(String title, boolean american) {
        for (String part : title.length() > 300 ? new String[0] : PARTS.split(title)) {
            List<Dates.Found> dates = Dates.all(part, american);
            if (!dates.isEmpty()
                    && dates.get(0).end() - dates.get(0).start() >= part.strip().length() - 1) {
                return Optional.of(dates.get(0).date());
            }
        }
        return Optional.empty();
    }

    /** The names that a site may go by, as keys without blanks. */
    private record Site(String name, String host, String bareHost) {
        private static final Pattern ENDING = Pattern.compile("(com|org|net|couk|de|fr|it|es)$");

        static Site of(String name, String host) {
            String whole = BodyFinder.key(host).replace(" ", "");
            return new Site(
                    BodyFinder.key(name).replace(" ", ""),
                    whole,
                    ENDING.matcher(whole).replaceAll(""));
        }

        /** Whether a part of a title is nothing but one of them. */
        boolean named(String part) {
            String p = BodyFinder.key(part).replace(" ", "");
            if (p.isEmpty()) {
                return true;
            }
            if (p.length() > 40) {
                return false;
            }
            boolean same = p.equals(name)
                    || name.length() > 3 && p.contains(name) && p.length() < name.length() + 12
                    || p.length() > 3 && name.contains(p);
            return same || p.length() > 3 && (host.contains(p) || p.contains(bareHost) && bareHost.length() > 3);
        }
    }
}
