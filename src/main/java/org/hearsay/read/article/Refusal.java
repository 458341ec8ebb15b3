package org.hearsay.read.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearsay.page.Page;

/** The reasons for which a page is not read as an article. Each needs a witness beside a lack of text. */
final class Refusal {
    private static final Pattern CONSENT = Pattern.compile(
            "cookie|consent|gdpr|datenschutz|einwilligung|zustimmen|privacy (?:policy|choices|settings)|your"
                    + " privacy|personenbezogene|confidentialité|privacidad",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAYWALL = Pattern.compile(
            "subscribe (?:now )?to (?:continue|read|unlock|keep)|already a (?:subscriber|member)|to (?:continue|keep)"
                    + " reading|subscribers? only|for subscribers|exclusive to subscribers|this (?:article|content|story)"
                    + " is (?:for|available to|reserved)|become a (?:subscriber|member)|unlock this|(?:jetzt )?weiterlesen"
                    + " mit|abonnenten|réservé aux abonnés|suscríb|exclusivo para"
                    + " (?:assinantes|suscriptores)|premium-artikel",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GONE = Pattern.compile(
            "^(?:error )?404\\b|page (?:not|can ?not be|could not be|can't be|cannot be) found|page (?:you"
                    + " (?:requested|are looking for)|does(?:n't| not) exist)|seite (?:wurde )?nicht gefunden|page"
                    + " introuvable|página no encontrada|pagina non trovata|no longer available|^not found$|access"
                    + " denied|^forbidden$|are you a robot|just a moment|attention required|verify you are human|enable"
                    + " javascript and cookies",
            Pattern.CASE_INSENSITIVE);
    /** A brief of two sentences is the shortest article of the measured pages. */
    private static final int SHORT = 250;

    private final Page page;
    private final Outline outline;
    private final Evidence evidence;
    private final Facts facts;
    private final List<Line> body;

    Refusal(Page page, Outline outline, Evidence evidence, Facts facts, List<Line> body) {
        this.page = page;
        this.outline = outline;
        this.evidence = evidence;
        this.facts = facts;
        this.body = body;
    }

    Optional<Extraction.Unreadable> verdict() {
        long chars = 0;
        long prose = 0;
        long linked = 0;
        for (Line line : body) {
            chars += line.text.length();
            prose += line.prose();
            linked += line.linked;
        }
        long allChars = outline.chars(0, outline.lines.size());
        if (allChars + chars == 0) {
            return because(Extraction.Why.EMPTY, "the page shows no text without scripts");
        }
        String title = facts.title().orElse(evidence.title);
        if (prose < 600
                && (GONE.matcher(title).find()
                        || GONE.matcher(evidence.title).find()
                        || page.status() == 404
                        || page.status() == 410)) {
            return because(
                    Extraction.Why.NOT_AN_ARTICLE,
                    "the page says that there is nothing here: \"" + shortened(title) + "\"");
        }
        if (prose < 400 || allChars < 2_500) {
            int consent = mentions(CONSENT);
            if (consent >= 2
                    && consent * 3 >= words(allChars) / 60
                    && prose < 900
                    && !facts.structured().article()
                    && consentBody()) {
                return because(Extraction.Why.CONSENT, "a cookie or consent notice stands in front of the text");
            }
        }
        int locks = facts.structured().locked() ? 1 : 0;
        if (prose < 900 && mentions(PAYWALL) + locks > 0 && prose < (locks > 0 ? 900 : 500)) {
            return because(Extraction.Why.PAYWALL, "only " + chars + " characters stand before the paywall");
        }
        if (chars == 0) {
            return because(Extraction.Why.NOT_AN_ARTICLE, "there are only links and labels on the page");
        }
        return notAnArticle(prose, chars, linked);
    }

    private Optional<Extraction.Unreadable> notAnArticle(long prose, long chars, long linked) {
        boolean declared = facts.structured().article()
                || evidence.meta("og:type").orElse("").toLowerCase(Locale.ROOT).contains("article");
        String type = evidence.meta("og:type").orElse("").toLowerCase(Locale.ROOT);
        if (prose < SHORT && type.startsWith("video") && !declared) {
            return because(Extraction.Why.NOT_AN_ARTICLE, "the page shows a video");
        }
        boolean front = page.url().pathAndQuery().equals("/");
        if (front && !declared && (prose < SHORT || prose < 1_500 && mostlyLinks())) {
            return because(Extraction.Why.NOT_AN_ARTICLE, "the front page of a site");
        }
        String path = page.url().pathAndQuery().toLowerCase(Locale.ROOT);
        if (!declared
                && prose < 1_000
                && (path.startsWith("/search") || path.contains("?s=") || path.contains("search?"))) {
            return because(Extraction.Why.NOT_AN_ARTICLE, "a page of search results");
        }
        if (!declared && prose < SHORT && linked > chars * 0.5) {
            return because(Extraction.Why.NOT_AN_ARTICLE, "a list of links, such as the front of a section");
        }
        if (!declared && prose == 0 && chars < 140) {
            return because(Extraction.Why.NOT_AN_ARTICLE, "no sentence of its own beside labels");
        }
        return Optional.empty();
    }

    private boolean mostlyLinks() {
        long all = 0;
        long linkedChars = 0;
        for (Line line : outline.lines) {
            all += line.text.length();
            linkedChars += line.linked;
        }
        return linkedChars * 2 > all;
    }

    private boolean consentBody() {
        for (Line line : body) {
            if (CONSENT.matcher(line.text.length() > 2_000 ? line.text.substring(0, 2_000) : line.text)
                    .find()) {
                return true;
            }
        }
        return body.isEmpty();
    }

    private static long words(long chars) {
        return chars / 6;
    }

    private int mentions(Pattern pattern) {
        int found = 0;
        for (Line line : outline.lines) {
            if (line.text.length() < 2_000 && pattern.matcher(line.text).find()) {
                found++;
            }
        }
        return found;
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private static Optional<Extraction.Unreadable> because(Extraction.Why why, String detail) {
        return Optional.of(new Extraction.Unreadable(why, detail));
    }
}
