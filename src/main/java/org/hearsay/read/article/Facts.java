package org.hearsay.read.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearsay.page.PageUrl;

/**
 * What is known about an article beside its text.
 *
 * @param titles every spelling of the title on the page; such a line is no part of the text
 * @param descriptions what the page says it is about, often the stand-first
 */
record Facts(
        Optional<String> title,
        List<String> titles,
        List<String> descriptions,
        List<String> authors,
        Optional<Dated> modified,
        Optional<String> language,
        PageUrl canonical,
        String outlet,
        StructuredData structured) {
    /** Tags that are written as they should be; the codes of three languages have changed. */
    private static final Pattern USUAL = Pattern.compile("(?!in|iw|ji)[a-z]{2}(?:-[A-Z]{2})?");

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");

    static Facts of(Evidence page, StructuredData data, PageUrl url, Hints hints) {
        Optional<String> site = page.meta("og:site_name", "application-name", "al:android:app_name")
                .filter(s -> s.length() < 60)
                .or(data::publisher);
        String outlet = hints.outlet()
                .filter(o -> !o.isBlank())
                .or(() -> site.filter(s -> !s.isBlank()))
                .orElseGet(() -> bareHost(url));
        Titles titles = Titles.of(page, data, site.orElse(outlet), bareHost(url));
        List<String> descriptions = new ArrayList<>();
        page.meta("og:description").ifPresent(descriptions::add);
        page.meta("description").ifPresent(descriptions::add);
        page.meta("twitter:description").ifPresent(descriptions::add);
        data.description().ifPresent(descriptions::add);
        hints.summary().ifPresent(descriptions::add);
        Optional<String> language = language(page, data, hints);
        return new Facts(
                titles.best().or(() -> hints.title().filter(t -> !t.isBlank())),
                titles.all(),
                descriptions,
                Authors.of(
                        page,
                        data,
                        List.of(
                                outlet,
                                site.orElse(outlet),
                                data.publisher().orElse(outlet),
                                page.meta("publisher", "dc.publisher")
                                        .map(p -> p.replaceFirst(" *\\(.*", ""))
                                        .orElse(outlet),
                                bareHost(url))),
                data.modified()
                        .or(() ->
                                page.meta("article:modified_time", "og:updated_time", "last-modified", "datemodified"))
                        .flatMap(Dates::machine),
                language,
                canonical(page, url),
                outlet.strip(),
                data);
    }

    private static String bareHost(PageUrl url) {
        String host = url.host().authority();
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    static boolean american(Optional<String> language, PageUrl url) {
        boolean us = language.isEmpty()
                || language.get().equalsIgnoreCase("en-US")
                || language.get().equalsIgnoreCase("en");
        String host = url.host().authority();
        return us
                && !host.endsWith(".uk")
                && !host.endsWith(".au")
                && !host.endsWith(".nz")
                && !host.endsWith(".ie")
                && !host.endsWith(".in");
    }

    private static Optional<String> language(Evidence page, StructuredData data, Hints hints) {
        return page.language
                .or(data::language)
                .or(() -> page.meta("og:locale", "content-language", "dc.language", "language"))
                .or(hints::language)
                .map(l -> l.strip().split("[,; ]")[0].replace('_', '-'))
                .filter(l -> LANGUAGE.matcher(l).matches())
                .map(l -> USUAL.matcher(l).matches()
                        ? l
                        : Locale.forLanguageTag(l).toLanguageTag())
                .filter(l -> !l.equals("und"));
    }

    /** A canonical link may only name another spelling on the same site, and not its front page. */
    private static PageUrl canonical(Evidence page, PageUrl url) {
        for (String link : page.canonicals) {
            Optional<PageUrl> target = link.isBlank() ? Optional.empty() : url.resolve(link);
            if (target.isPresent() && sameSite(target.get(), url)) {
                boolean front = target.get().pathAndQuery().equals("/")
                        && !url.pathAndQuery().equals("/");
                return front ? url : target.get();
            }
        }
        return url;
    }

    private static boolean sameSite(PageUrl a, PageUrl b) {
        String x = site(a);
        String y = site(b);
        return x.equals(y) || x.endsWith("." + y) || y.endsWith("." + x);
    }

    private static String site(PageUrl url) {
        String host = url.host().authority();
        for (String prefix : List.of("www.", "m.", "amp.", "mobile.")) {
            if (host.startsWith(prefix) && host.indexOf('.', prefix.length()) > 0) {
                return host.substring(prefix.length());
            }
        }
        return host;
    }
}
