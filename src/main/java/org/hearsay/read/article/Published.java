package org.hearsay.read.article;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearsay.page.PageUrl;

/**
 * When an article was first published: the day that most witnesses agree on. Each kind of witness speaks once, with a
 * weight; a day that the page itself calls one of change counts little, and so does a day shown to people that is
 * later than the one told to machines. The publisher's own day counts: an instant told in UTC is moved into the zone
 * that the clock beside the headline or the site's country gives.
 */
final class Published {
    /** What may say when; the weights were chosen on marked pages so that a change of a fifth changes few answers. */
    private enum Kind {
        STRUCTURED(3.0),
        META(2.9),
        MARK(2.0),
        SHOWN(2.6),
        URL(2.0),
        IN_TEXT(1.2),
        TIME(1.2),
        LOOSE_META(1.2),
        SCRIPT(1.0),
        NAMED(0.8),
        LABELLED(1.6),
        TITLE(1.3);

        final double weight;

        Kind(double weight) {
            this.weight = weight;
        }
    }

    private record Witness(Kind kind, Dated date, Optional<Dated> other, double weight) {
        boolean supports(Set<LocalDate> days) {
            return meet(days(date), days) || other.isPresent() && meet(days(other.get()), days);
        }
    }

    private static final List<String> METAS = List.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "article:published",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "publication_date",
            "publicationdate",
            "publish-date",
            "publishdate",
            "publish_date",
            "published_time",
            "published_date",
            "pubdate",
            "pub_date",
            "cxenseparse:recs:publishtime",
            "cxenseparse:publishtime",
            "article.published",
            "published-date",
            "date.issued",
            "dc.date.issued",
            "dcterms.issued",
            "citation_publication_date",
            "date_published",
            "originalpublicationdate",
            "article_date_original",
            "iso-8601-publish-date",
            "bt:pubdate",
            "rnews:datepublished",
            "vr:published_time",
            "first_published",
            "displaydate",
            "ptime");
    /** Names that many sites fill with the day of the last change. */
    private static final List<String> LOOSE_METAS = List.of(
            "dcterms.created",
            "dc.date.created",
            "dc.date",
            "dcterms.date",
            "dc.created",
            "datecreated",
            "created",
            "date",
            "last-published",
            "timestamp",
            "citation_date",
            "citation_online_date");

    /** A day shown later than the published one is that of a change, declared or likely. */
    private static final double OF_CHANGE = 0.3;

    /** More marks than this are those of teasers. */
    private static final int OF_ONE_STORY = 2;

    private static final int OF_A_LIST = 4;
    private static final double OF_TEASERS = 0.4;
    private static final double LATER = 0.6;
    /** What a date among a list of dates says alone is not enough. */
    private static final double ENOUGH = 0.5;

    private static final double EARLIER_BONUS = 1.0;

    private final List<Witness> witnesses = new ArrayList<>();
    private final PageUrl url;
    private final Optional<String> language;
    private final Optional<VisibleDate.Shown> shown;

    private Published(Evidence page, Facts facts, PageUrl url, Outline outline, List<Line> body) {
        this.url = url;
        this.language = facts.language();
        boolean american = Facts.american(language, url);
        shown = VisibleDate.near(outline, body, facts.title(), american);
        facts.structured().published().flatMap(Dates::machine).ifPresent(d -> add(Kind.STRUCTURED, d));
        first(page, METAS, Kind.META, american);
        first(page, LOOSE_METAS, Kind.LOOSE_META, american);
        List<Dated> marks = page.publishedMarks.stream()
                .flatMap(m -> Dates.machine(m).stream())
                .distinct()
                .limit(OF_ONE_STORY + 1)
                .toList();
        if (!marks.isEmpty()) {
            double weight = marks.size() > OF_ONE_STORY ? OF_TEASERS : Kind.MARK.weight;
            witnesses.add(new Witness(Kind.MARK, marks.get(0), Optional.empty(), weight));
        }
        page.times.stream()
                .filter(t -> !t.updated())
                .flatMap(t -> (t.datetime().isBlank()
                                ? VisibleDate.published(t.text(), american)
                                : Dates.machine(t.datetime()))
                        .stream())
                .findFirst()
                .ifPresent(d -> add(Kind.TIME, d));
        List<Dated> named = page.dateLines.stream()
                .flatMap(t -> VisibleDate.published(t, american).stream())
                .distinct()
                .limit(OF_A_LIST + 1)
                .toList();
        if (!named.isEmpty()) {
            double weight = named.size() > OF_A_LIST ? OF_TEASERS : Kind.NAMED.weight;
            witnesses.add(new Witness(Kind.NAMED, named.get(0), Optional.empty(), weight));
        }
        VisibleDate.labelled(outline, american)
                .ifPresent(l -> witnesses.add(new Witness(Kind.LABELLED, l.date(), l.other(), Kind.LABELLED.weight)));
        Dates.inUrl(url.text()).ifPresent(d -> add(Kind.URL, d));
        page.scriptDate
                .or(() -> facts.structured().published().isPresent() ? Optional.empty() : page.statedDate())
                .flatMap(Dates::machine)
                .ifPresent(d -> add(Kind.SCRIPT, d));
        Titles.dateIn(page.title, american).ifPresent(d -> add(Kind.TITLE, d));
        Optional<Dated> told = told();
        Set<LocalDate> changed = facts.modified().map(Published::days).orElse(Set.of());
        shown.ifPresent(s -> {
            Kind kind = s.bare() ? Kind.SHOWN : Kind.IN_TEXT;
            double weight = !s.bare()
                    ? kind.weight
                    : switch (s.place()) {
                        case UNDER_HEADLINE -> kind.weight;
                        case AROUND_START -> kind.weight * 0.8;
                        case ABOVE_HEADLINE -> kind.weight * 0.7;
                        case AFTER_TEXT -> kind.weight * 0.3;
                    };
            witnesses.add(new Witness(kind, s.date().date(), s.date().other(), weight));
        });
        told.ifPresent(t -> weigh(t, changed));
    }

    static Optional<Dated> of(Evidence page, Facts facts, PageUrl url, Outline outline, List<Line> body) {
        return new Published(page, facts, url, outline, body).elected();
    }

    private void add(Kind kind, Dated date) {
        witnesses.add(new Witness(kind, date, Optional.empty(), kind.weight));
    }

    private void first(Evidence page, List<String> names, Kind kind, boolean american) {
        for (String name : names) {
            for (String value : page.metaAll(name)) {
                Optional<Dated> date = Dates.machine(value);
                if (date.isPresent()) {
                    List<Dates.Found> read = Dates.all(value, american);
                    Optional<Dated> other =
                            read.isEmpty() ? Optional.empty() : read.get(0).other();
                    witnesses.add(new Witness(kind, date.get(), other, kind.weight));
                    return;
                }
            }
        }
    }

    /** What the page tells machines, if it does. */
    private Optional<Dated> told() {
        return witnesses.stream()
                .filter(w -> w.kind == Kind.STRUCTURED || w.kind == Kind.META)
                .map(Witness::date)
                .findFirst();
    }

    private void weigh(Dated told, Set<LocalDate> changed) {
        Set<LocalDate> days = days(told);
        LocalDate from = days.iterator().next();
        for (int i = 0; i < witnesses.size(); i++) {
            Witness w = witnesses.get(i);
            boolean people =
                    w.kind == Kind.SHOWN || w.kind == Kind.NAMED || w.kind == Kind.TIME || w.kind == Kind.IN_TEXT;
            if (people && !w.supports(days) && !bridged(told, w.date)) {
                LocalDate day = days(w.date).iterator().next();
                double weight = meet(days(w.date), changed)
                        ? w.weight * OF_CHANGE
                        : day.isAfter(from)
                                ? w.weight * LATER
                                : w.kind == Kind.SHOWN && w.weight == Kind.SHOWN.weight
                                        ? w.weight + EARLIER_BONUS
                                        : w.weight;
                witnesses.set(i, new Witness(w.kind, w.date, w.other, weight));
            }
        }
    }

    private Optional<Dated> elected() {
        Optional<Dated> best = Optional.empty();
        double bestScore = ENOUGH;
        for (Witness w : witnesses) {
            Optional<Dated> other =
                    w.other.filter(o -> witnesses.stream().anyMatch(v -> v != w && v.supports(days(o))));
            for (Dated date : other.isPresent() ? List.of(w.date, other.get()) : List.of(w.date)) {
                double score = score(date);
                if (score > bestScore + 0.001) {
                    best = Optional.of(date);
                    bestScore = score;
                }
            }
        }
        return best.map(this::finest);
    }

    private double score(Dated date) {
        Set<LocalDate> days = days(date);
        double score = 0;
        for (Witness w : witnesses) {
            score += w.supports(days) || bridged(date, w.date) || bridged(w.date, date) ? w.weight : 0;
        }
        return score;
    }

    /** The same day told as exactly as any witness does, in the publisher's own zone. */
    private Dated finest(Dated elected) {
        Dated best = elected;
        if (elected instanceof Dated.On) {
            for (Witness w : witnesses) {
                boolean same = meet(days(w.date), days(elected)) || bridged(w.date, elected);
                if (same && w.date instanceof Dated.At && w.kind != Kind.SCRIPT && w.kind != Kind.LOOSE_META) {
                    best = w.date;
                    break;
                }
            }
        }
        return best instanceof Dated.At at && at.zone().equals(ZoneOffset.UTC) ? local(at) : best;
    }

    private Dated local(Dated.At at) {
        Optional<ZoneOffset> zone =
                SiteZone.of(url, language).map(z -> z.getRules().getOffset(at.instant()));
        if (shown.isPresent() && shown.get().bare() && shown.get().date().date() instanceof Dated.On on) {
            Optional<ZoneOffset> clock =
                    SiteZone.between(at.instant(), on.day(), shown.get().clock());
            zone = zone.isPresent() ? zone : clock;
        }
        return new Dated.At(at.instant(), zone.orElse(ZoneOffset.UTC));
    }

    /** Whether a time told in UTC and a day shown can be the same moment in some inhabited zone. */
    private static boolean bridged(Dated told, Dated day) {
        return told instanceof Dated.At at
                && at.zone().equals(ZoneOffset.UTC)
                && day instanceof Dated.On on
                && SiteZone.between(at.instant(), on.day(), Optional.empty()).isPresent();
    }

    /** The publisher's day, and that in UTC. */
    private static Set<LocalDate> days(Dated date) {
        Set<LocalDate> days = new LinkedHashSet<>();
        if (date instanceof Dated.At at) {
            days.add(at.instant().atOffset(at.zone()).toLocalDate());
            days.add(at.instant().atOffset(ZoneOffset.UTC).toLocalDate());
        } else if (date instanceof Dated.On on) {
            days.add(on.day());
        }
        return days;
    }

    private static boolean meet(Set<LocalDate> a, Set<LocalDate> b) {
        return a.stream().anyMatch(b::contains);
    }
}
