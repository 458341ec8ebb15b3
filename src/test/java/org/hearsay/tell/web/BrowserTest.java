package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks the site in the Chromium of the machine, as a reader would and as axe does. With {@code HEARSAY_SHOTS} set to a
 * folder, a picture of every page is left there.
 */
class BrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    static Path folder;

    private static Newsstand stand;
    private static WebServer web;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "no " + CHROMIUM + " on this machine: pages were not walked");
        stand = new Newsstand(folder);
        web = stand.exhibit.serve();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    @AfterAll
    static void shut() {
        if (browser != null) {
            browser.close();
            playwright.close();
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
        pages.put("story", "stories/lithium");
        pages.put("feeds", "feeds");
        pages.put("missing", "nothing-here");
        return pages;
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "320, LIGHT", "320, DARK"})
    void everyPageFitsAndAxeFindsNothing(int width, ColorScheme scheme) throws Exception {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
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
                int overflow = (int)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                assertThat(overflow).as("sideways scrolling of " + where).isZero();
                if (!entry.getKey().equals("missing")) {
                    assertThat(told).as(where).isEmpty();
                }
                told.clear();
                shoot(page, entry.getKey() + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
                // Widths and themes share their markup; those pages that have every part stand for the rest.
                boolean every = width == 1280 && scheme == ColorScheme.LIGHT;
                boolean stands = width != 320 || scheme == ColorScheme.LIGHT;
                if (!every
                        && !(stands
                                && List.of("search", "claim-figure", "feeds").contains(entry.getKey()))) {
                    continue;
                }
                AxeResults results = new AxeBuilder(page).analyze();
                assertThat(results.getViolations().stream().map(BrowserTest::words))
                        .as(where)
                        .isEmpty();
            }
        }
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private static void shoot(Page page, String name) throws Exception {
        String shots = System.getenv("HEARSAY_SHOTS");
        if (shots != null) {
            Path into = Files.createDirectories(Path.of(shots));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(into.resolve(name + ".png"))
                    .setFullPage(true));
        }
    }

    @Test
    void aReaderFindsAClaimAndItsContradiction() {
        try (BrowserContext context = browser.newContext()) {
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
        try (BrowserContext context = browser.newContext()) {
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
    void whatIsClickedIsLargeEnough() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(320, 900))) {
            Page page = context.newPage();
            for (Map.Entry<String, String> entry : pages().entrySet()) {
                page.navigate(web.url() + entry.getValue());
                // Links inside running text are as high as their line (WCAG 2.5.8 lets them be).
                Object small = page.evaluate("""
                    [...document.querySelectorAll('a, button, input:not([type=hidden])')]
                      .filter(e => !e.closest('p.words, p.line, p.sum, .empty p, p.from, p.also, td, p.more') && !e.matches('.skip'))
                      .filter(e => { const b = e.getBoundingClientRect(); return b.height < 24 || b.width < 24 })
                      .map(e => e.outerHTML)\
                    """);
                assertThat((List<?>) small).as(entry.getKey()).isEmpty();
            }
        }
    }
}
