package org.hearsay.tell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The Chromium of the machine, and what is asked of every page in it. With {@code HEARSAY_SHOTS} set to a folder, a
 * picture of each page that is looked at is left there.
 */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test, visibly, where there is none. */
    static Chromium open() {
        assumeTrue(Files.isExecutable(PROGRAM), "no " + PROGRAM + " on this machine: pages were not walked");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(PROGRAM)
                                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"))));
    }

    BrowserContext context() {
        return browser.newContext();
    }

    BrowserContext context(int width, ColorScheme scheme) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    }

    BrowserContext withoutScripts() {
        return browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** Nothing sticks out to the side, folded or opened. */
    static void fits(Page page, String where) {
        assertThat(stickingOut(page)).as("what sticks out of " + where).isEmpty();
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        assertThat(stickingOut(page))
                .as("what sticks out with everything opened of " + where)
                .isEmpty();
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)");
    }

    private static List<?> stickingOut(Page page) {
        return (List<?>) page.evaluate("""
            (() => {
              const wide = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= wide) return [];
              return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide + 1)
                .map(e => e.outerHTML.slice(0, 120)).slice(-4);
            })()\
            """);
    }

    static void axeFindsNothing(Page page, String where) {
        found(new AxeBuilder(page), where);
    }

    /** Other themes and widths share the markup: only what is made of colours, sizes and places can differ. */
    static void axeFindsNothingInTheStyle(Page page, String where) {
        found(
                new AxeBuilder(page)
                        .withRules(List.of(
                                "color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")),
                where);
    }

    private static void found(AxeBuilder axe, String where) {
        assertThat(axe.analyze().getViolations().stream().map(Chromium::words))
                .as(where)
                .isEmpty();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    static void shoot(Page page, String name) {
        String shots = System.getenv("HEARSAY_SHOTS");
        if (shots == null) {
            return;
        }
        try {
            Path into = Files.createDirectories(Path.of(shots));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(into.resolve(name + ".png"))
                    .setFullPage(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
