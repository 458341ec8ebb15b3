package org.hearsay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first quarter of an hour of somebody who was never here, in a browser without a script, over the bundled newsroom. */
class ReaderWalkTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    private Path folder;

    @Test
    void aNewReaderSearchesNarrowsComparesWatchesAndSaysWhoIsWho() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "no " + CHROMIUM + " on this machine: the walk was not walked");
        try (NewsroomRun run = new NewsroomRun(folder)) {
            run.child.with("HEARSAY_READER", "light").with("HEARSAY_WEB_PORT", "0");
            run.crawl("walk");
            Child.Running serve = run.child.start(run.args("walk", "serve"));
            try (Playwright playwright = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                    Browser browser = playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(CHROMIUM)
                                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
                    BrowserContext context =
                            browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
                walk(context.newPage(), serve.room(Duration.ofSeconds(90)));
            } finally {
                serve.process().destroy();
                serve.process().waitFor(15, TimeUnit.SECONDS);
                serve.process().destroyForcibly();
            }
        }
    }

    private static void walk(Page page, String room) {
        page.navigate(room);
        page.getByLabel("Search claims").fill("supply contract* AND sanctions NOT ukraine");
        page.keyboard().press("Enter");
        assertThat(page.locator(".understood").textContent()).contains("supply contract* AND sanctions NOT ukraine");
        assertThat(page.locator(".card").count()).isPositive();

        Locator unnamed = page.locator(".facets a:has-text('somebody unnamed')");
        if (unnamed.count() > 0) {
            // Where every hit speaks so already, there is nothing to narrow.
            page.locator(".narrow > summary").dispatchEvent("click");
            unnamed.first().dispatchEvent("click");
            page.waitForURL("**attribution**");
        }
        assertThat(page.locator(".card .path .unnamed").count())
                .isEqualTo(page.locator(".card").count());

        page.locator(".card .words a").first().click();
        assertThat(page.locator(".source-text mark").count()).isPositive();
        assertThat(page.locator("a:has-text('Read it at')").getAttribute("href"))
                .startsWith("http");

        page.navigate(room + "/compare?q=china+AND+quantity%3A%3E50%25");
        Locator figures = page.locator(".sides").first().locator("tr:has(th:text-is('Quantity')) td");
        assertThat(figures.allTextContents()).hasSize(3);
        assertThat(String.join(" | ", figures.allTextContents())).contains("60%", "60 per cent", "70 per cent");
        assertThat(page.locator(".sides td.differs .how").allTextContents())
                .singleElement()
                .asString()
                .contains("60", "70")
                .doesNotContain("85");

        page.navigate(room + "/search?q=%22rare+earth*%22");
        page.getByLabel("Watch this search as").fill("Metals");
        page.locator(".watch button").click();
        assertThat(page.locator(".watched h2").allTextContents()).containsExactly("Metals");
        String atom = page.request()
                .get(room + page.locator(".watched a:text-is('Atom feed')").getAttribute("href"))
                .text();
        assertThat(atom).contains("<feed").contains("<entry>").contains("rare earth");

        // The U.S. and the United States are one without a word of ours; a city and a state are not.
        page.navigate(room + "/entities?q=U.S.");
        assertThat(page.locator(".names a").allTextContents())
                .contains("United States")
                .doesNotContain("U.S.");
        page.navigate(room + "/entities?q=Washington");
        page.locator(".names a:has-text('Washington')").first().click();
        page.getByLabel("It is the same as").fill("U.S.");
        page.locator("button:text-is('Merge')").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("United States");
        assertThat(page.locator(".sum").textContent()).contains("goes by").contains("Washington");
        page.locator("form[action='/entities/undo'] button").last().click();
        page.navigate(room + "/entities?q=Washington");
        assertThat(page.locator(".names a").allTextContents()).contains("Washington");
    }
}
