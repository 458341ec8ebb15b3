package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearsay.keep.store.Corrections.Correction;
import org.hearsay.keep.store.Entities.Said;
import org.hearsay.keep.store.Watches.Recipient;
import org.hearsay.keep.store.Watches.SavedWatch;
import org.hearsay.read.language.EntityId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks the site as a reader would and as axe does; what is rarely seen is in {@link BrowserStatesTest}. */
class BrowserTest {
    @TempDir
    static Path folder;

    private static Newsstand stand;
    private static WebServer web;
    private static Chromium browser;

    @BeforeAll
    static void open() throws Exception {
        browser = Chromium.open();
        stand = new Newsstand(folder);
        stand.exhibit.store.watches().save(new SavedWatch("Salt", "lithium OR brine"));
        stand.exhibit
                .store
                .watches()
                .save(new Recipient("ann@desk.example", ZoneId.of("Asia/Tokyo"), 7, List.of("Salt"), false));
        stand.exhibit
                .store
                .entities()
                .merge(
                        new EntityId("organization:republic-of-altania"),
                        new EntityId("location:altania"),
                        new Said("reading room", "one and the same", Exhibit.NOW));
        stand.exhibit.store.corrections().add(new Correction(stand.withdrawn, "voice", "The mayor", Exhibit.NOW));
        web = stand.exhibit.serve();
    }

    @AfterAll
    static void shut() {
        if (browser != null) {
            browser.close();
        }
        if (web != null) {
            web.close();
            stand.close();
        }
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("today", "");
        pages.put("search-blank", "search");
        pages.put("search", "search?q=lithium+OR+toll");
        pages.put("search-narrowed", "search?q=lithium+attribution%3Anamed&sort=newest");
        pages.put("search-odd", "search?q=lithium+%28%22brine");
        pages.put("search-nothing", "search?q=zzzzqq");
        pages.put("search-articles", "search?q=lithium&in=articles");
        pages.put("claim-figure", "claims/" + stand.share60);
        pages.put("claim-offer", "claims/" + stand.offer);
        pages.put("claim-denied", "claims/" + stand.denial);
        pages.put("claim-withdrawn", "claims/" + stand.withdrawn);
        pages.put("claim-hostile", "claims/" + stand.hostile);
        pages.put("article", "articles/" + stand.star);
        pages.put("article-edited", "articles/" + stand.edited);
        pages.put("article-none", "articles/" + stand.consent);
        pages.put("search-folded", "search?q=brine&sort=origins");
        pages.put("search-across", "search?q=offer+AND+fifth");
        pages.put("story", "stories/lithium");
        pages.put("compare", "compare?claim=" + stand.share60);
        pages.put("compare-blank", "compare");
        pages.put("proposals", "proposals");
        pages.put("proposal", "proposals/" + stand.offer);
        pages.put("entities", "entities");
        pages.put("entity", "entities/location%3Aaltania");
        pages.put("outlets", "outlets");
        pages.put("outlet", "outlets/the-star");
        pages.put("watches", "watches");
        pages.put("digests", "digests?preview=1");
        pages.put("about", "about");
        pages.put("feeds", "feeds");
        pages.put("missing", "nothing-here");
        return pages;
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "320, LIGHT", "320, DARK"})
    void everyPageFitsAndAxeFindsNothing(int width, ColorScheme scheme) {
        try (BrowserContext context = browser.context(width, scheme)) {
            Page page = context.newPage();
            List<String> told = new ArrayList<>();
            page.onConsoleMessage(message -> told.add(message.text()));
            page.onDialog(dialog -> {
                told.add("a dialog: " + dialog.message());
                dialog.dismiss();
            });
            for (Map.Entry<String, String> entry : pages().entrySet()) {
                String where = entry.getKey() + " at " + width + " " + scheme;
                page.navigate(web.url() + entry.getValue());
                if (!entry.getKey().equals("missing")) {
                    assertThat(told).as(where).isEmpty();
                }
                told.clear();
                Chromium.fits(page, where);
                Chromium.shoot(
                        page, entry.getKey() + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
                if (scheme == ColorScheme.LIGHT) {
                    Chromium.axeFindsNothing(page, where);
                } else if (width == 1280) {
                    Chromium.axeFindsNothingInTheStyle(page, where);
                }
            }
        }
    }

    @Test
    void aReaderFindsAClaimAndItsContradiction() {
        try (BrowserContext context = browser.context()) {
            Page page = context.newPage();
            page.navigate(web.url());
            page.getByLabel("Search claims").fill("formal offer");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?**");
            assertThat(page.url()).endsWith("/search?q=formal+offer");
            page.locator(".card .words a").first().click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Altania has made a formal offer");
            page.locator("section[aria-labelledby=contradicts] .words a").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("We have made no such offer");
            assertThat(page.locator("mark").first().textContent()).isEqualTo("We have made no such offer");
        }
    }

    @Test
    void theKeyboardAloneReachesTheTextAndShowsWhereItIs() {
        try (BrowserContext context = browser.context()) {
            Page page = context.newPage();
            page.navigate(web.url());
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("To the text");
            assertThat((Boolean) page.evaluate("document.activeElement.getBoundingClientRect().top >= 0"))
                    .isTrue();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
        }
    }

    @Test
    void theKeysGoThroughAPageAndBackToTheBox() {
        try (BrowserContext context = browser.context()) {
            Page page = context.newPage();
            page.navigate(web.url() + "search?q=lithium");
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("k");
            String first = (String) page.locator(".card .words a").first().getAttribute("href");
            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo(first);
            page.keyboard().press("/");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q");
            page.keyboard().type("?jo/");
            assertThat((String) page.evaluate("document.activeElement.value")).endsWith("?jo/");
            page.keyboard().press("Tab");
            page.keyboard().press("?");
            assertThat(page.locator("#keys").getAttribute("open")).isNotNull();
            page.keyboard().press("j");
            page.keyboard().press("o");
            page.waitForURL("**" + first);
        }
    }

    @Test
    void aReaderWatchesMergesAndCorrectsWithoutAScript() {
        try (BrowserContext context = browser.withoutScripts()) {
            Page page = context.newPage();
            page.navigate(web.url() + "search?q=toll");
            page.getByLabel("Watch this search as").fill("Tolls");
            page.locator(".watch button").click();
            assertThat(page.locator(".watched h2").allTextContents()).contains("Tolls");
            assertThat(page.request()
                            .get(page.locator("a:text('Atom feed')")
                                    .last()
                                    .evaluate("a => a.href")
                                    .toString())
                            .text())
                    .contains("<feed");
            page.navigate(web.url() + "claims/" + stand.offer);
            page.locator(".wrong summary").click();
            page.getByLabel("It is said in another way").selectOption("planned");
            page.locator("button:text('Correct how surely')").click();
            assertThat(page.locator(".claim-head .stance").textContent()).isEqualTo("planned");
            page.locator(".wrong .kept button").click();
            assertThat(page.locator(".claim-head .stance").textContent()).isEqualTo("proposed");
            page.navigate(web.url() + "entities/person%3Aana-ruiz");
            page.getByLabel("It is the same as").fill("Union");
            page.locator("button:text('Merge')").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("the Union");
            page.locator("form[action='/entities/undo'] button").last().click();
            assertThat(page.locator(".plain li").first().textContent()).contains("undone");
        }
    }

    @Test
    void whatIsClickedIsLargeEnough() {
        try (BrowserContext context = browser.context(320, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            for (Map.Entry<String, String> entry : pages().entrySet()) {
                page.navigate(web.url() + entry.getValue());
                // Links inside running text are as high as their line (WCAG 2.5.8 lets them be).
                Object small = page.evaluate("""
                    [...document.querySelectorAll('a, button, input:not([type=hidden])')]
                      .filter(e => !e.closest('p.words, p.line, p.sum, .empty p, p.from, p.also, td, p.more, .understood, .parts, .facts, .copies, .history, .evidence, dd, th, .plain, .foot p') && !e.matches('.skip'))
                      .filter(e => { const b = e.getBoundingClientRect(); return b.height < 24 || b.width < 24 })
                      .map(e => e.outerHTML)\
                    """);
                assertThat((List<?>) small).as(entry.getKey()).isEmpty();
            }
        }
    }
}
