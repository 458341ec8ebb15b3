package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.keep.store.Watches.SavedWatch;
import org.hearsay.read.claim.ClaimId;
import org.hearsay.read.language.NameType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages as they seldom are: empty, refused, narrowed, with texts that are far too long or meant to do harm, on paper. */
class BrowserStatesTest {
    private static final String LONG = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(6);

    @TempDir
    static Path folder;

    private static Chromium browser;
    private static Newsstand stand;
    private static Exhibit bare;
    private static ClaimId endless;
    private static WebServer web;
    private static WebServer empty;
    private static WebServer closed;

    @BeforeAll
    static void open() throws Exception {
        browser = Chromium.open();
        stand = new Newsstand(Files.createDirectory(folder.resolve("stand")));
        Exhibit.Draft draft = stand.exhibit
                .article(
                        "The Gazette of the " + "Worshipful ".repeat(3) + "Company",
                        "long",
                        LONG + " " + "and so on ".repeat(60) + LONG)
                .on("2026-11-26T09:30:00Z")
                .line(LONG + " holds 123456789012345678901234567890% of " + LONG + ", " + "it is said, ".repeat(80)
                        + "according to " + LONG + ".")
                .naming(
                        LONG,
                        NameType.ORGANIZATION,
                        "organization:" + LONG.toLowerCase(Locale.ROOT).replace("ä", "a"));
        Saying saying = draft.says(LONG + " holds 123456789012345678901234567890% of " + LONG)
                .by(LONG, LONG)
                .share(
                        "123456789012345678901234567890%",
                        "123456789012345678901234567890", "123456789012345678901234567890", LONG);
        draft.put();
        endless = saying.id();
        stand.exhibit.indexAll();
        stand.exhibit.store.watches().save(new SavedWatch(Newsstand.HOSTILE.replace(",", ""), Newsstand.HOSTILE));
        stand.exhibit.store.watches().save(new SavedWatch(LONG, LONG + " OR " + LONG));
        stand.exhibit
                .store
                .watches()
                .save(new Recipient(
                        "a".repeat(60) + "@desk.example", ZoneId.of("Asia/Tokyo"), 7, List.of(LONG), false));
        web = stand.exhibit.serve();
        bare = new Exhibit(Files.createDirectory(folder.resolve("bare")));
        empty = bare.serve();
        closed = WebServer.start(
                bare.store,
                bare.index,
                new WebSettings(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        Optional.of("sesame"),
                        ZoneOffset.UTC,
                        InstantSource.fixed(Exhibit.NOW),
                        List::of));
    }

    @AfterAll
    static void shut() {
        if (browser != null) {
            browser.close();
        }
        if (web != null) {
            web.close();
            empty.close();
            closed.close();
            stand.close();
            bare.close();
        }
    }

    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        for (String page : List.of(
                "",
                "search",
                "search?q=lithium",
                "compare",
                "proposals",
                "entities",
                "outlets",
                "watches",
                "digests?preview=1",
                "changes",
                "feeds",
                "about")) {
            states.put("empty-" + page.replaceAll("[?].*", "-asked"), empty.url() + page);
        }
        states.put("refused-too-long", web.url() + "search?q=" + "a".repeat(1_001));
        states.put("refused-cursor", web.url() + "search?q=a&cursor=x");
        states.put("refused-closed", closed.url());
        states.put("refused-no-claim", web.url() + "claims/none");
        states.put("refused-nothing-to-compare", web.url() + "compare?claim=none");
        states.put("long-claim", web.url() + "claims/" + endless);
        states.put("long-search", web.url() + "search?q=" + "gazette+OR+".repeat(80) + "gazette");
        states.put("long-compare", web.url() + "compare?claim=" + endless);
        states.put("long-today", web.url());
        states.put("long-story", web.url() + "stories/long");
        states.put("long-article", web.url() + "search?q=title%3Agazette+OR+donau*&in=articles");
        states.put("long-entities", web.url() + "entities?q=donau");
        states.put("long-outlets", web.url() + "outlets");
        states.put("long-watches", web.url() + "watches");
        states.put("long-letters", web.url() + "digests?preview=1");
        states.put("hostile-search", web.url() + "search?q=" + AtTheNewsstand.encoded(Newsstand.HOSTILE));
        states.put("hostile-entities", web.url() + "entities?q=" + AtTheNewsstand.encoded(Newsstand.HOSTILE));
        states.put("hostile-story", web.url() + "stories/hostile");
        states.put("narrowed-today", web.url() + "?shelf=proposals");
        states.put(
                "narrowed-search",
                web.url() + "search?q=lithium+stance%3Aasserted+outlet%3A%22The+Ledger%22&sort=origins");
        states.put("narrowed-no-page", web.url() + "search?q=lithium&page=40");
        states.put("narrowed-entities-none", web.url() + "entities?q=zzz");
        states.put("narrowed-meant", web.url() + "search?q=lithum+AND+brin");
        return states;
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "320, DARK"})
    void everyStateFitsAndAxeFindsNothing(int width, ColorScheme scheme) {
        try (BrowserContext context = browser.context(width, scheme)) {
            Page page = context.newPage();
            page.onDialog(dialog -> {
                throw new AssertionError("a dialog: " + dialog.message());
            });
            SoftAssertions all = new SoftAssertions();
            states().forEach((name, address) -> {
                String where = name + " at " + width + " " + scheme;
                page.navigate(address);
                Chromium.shoot(
                        page,
                        "state-" + name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
                all.assertThat(page.locator("h1").count()).as(where).isEqualTo(1);
                all.check(() -> Chromium.fits(page, where));
                all.check(() -> {
                    if (width == 1280) {
                        Chromium.axeFindsNothing(page, where);
                    } else {
                        Chromium.axeFindsNothingInTheStyle(page, where);
                    }
                });
            });
            all.assertAll();
        }
    }

    @Test
    void onPaperThereIsTheTextAndNothingToPress() {
        // A sheet of A4 at 96 dots an inch, less its margins.
        try (BrowserContext context = browser.context(700, ColorScheme.DARK)) {
            Page page = context.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String path : List.of(
                    "",
                    "search?q=lithium",
                    "claims/" + stand.share60,
                    "compare?claim=" + stand.share60,
                    "stories/lithium",
                    "proposals/" + stand.offer,
                    "articles/" + stand.star,
                    "claims/" + endless)) {
                page.navigate(web.url() + path);
                Chromium.fits(page, path + " on paper");
                Chromium.shoot(page, "print-" + path.replaceAll("[^a-z0-9]+", "-"));
                assertThat(page.locator("nav:visible, button:visible, input:visible")
                                .count())
                        .as(path)
                        .isZero();
                assertThat((String) page.evaluate("getComputedStyle(document.body).backgroundColor"))
                        .as(path)
                        .isIn("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)");
            }
        }
    }

    @Test
    void everyPageIsWalkedByTheKeyboardAloneAndSaysWhereItIs() {
        try (BrowserContext context = browser.context(1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            for (String path : List.of(
                    "",
                    "search?q=lithium",
                    "claims/" + stand.share60,
                    "compare?claim=" + stand.share60,
                    "entities/location%3Aaltania",
                    "feeds",
                    "watches",
                    "digests")) {
                page.navigate(web.url() + path);
                int stops = (int) page.evaluate("[...document.querySelectorAll('a[href], button, select, summary,"
                        + " input:not([type=hidden]), [tabindex=\"0\"]')].filter(e => e.checkVisibility()).length");
                for (int i = 0; i < Math.min(stops, 25); i++) {
                    page.keyboard().press("Tab");
                    Object unseen = page.evaluate("""
                        (() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
                          const shown = b.bottom > 0 && b.top < innerHeight && b.width > 0;
                          return e === document.body ? 'nothing' : !shown ? 'out of sight: ' + e.outerHTML
                            : s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2 ? 'no ring: ' + e.outerHTML : '' })()\
                        """);
                    assertThat(unseen).as("stop " + (i + 1) + " of " + path).isEqualTo("");
                }
            }
        }
    }
}
