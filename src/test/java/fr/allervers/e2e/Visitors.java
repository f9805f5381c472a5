package fr.allervers.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Opens browsers for people: a phone 390 pixels wide, a tablet 820, a desk 1280. */
public class Visitors {

    static final int PHONE = 390;
    static final int TABLET = 820;
    static final int DESK = 1280;

    private static final int PATIENCE_MS = 30_000;

    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Environment environment;
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    Visitors(Environment environment) {
        this.environment = environment;
    }

    /** A visitor who is not signed in. */
    synchronized Visitor anonymous(int width) {
        if (browser == null) {
            // As patient as with clicks: two cores may be busy.
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(
                                    Path.of(System.getenv().getOrDefault("CHROMIUM_PATH", "/usr/bin/chromium")))
                            .setChromiumSandbox(false)
                            .setArgs(FLAGS));
        }
        var address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 844 : width == TABLET ? 1180 : 800)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setBaseURL(address));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        return new Visitor(page, width);
    }

    /** A person of the demo, signed in. */
    Visitor signedIn(String username, int width) {
        var visitor = anonymous(width);
        visitor.page().navigate("/connexion");
        visitor.page().locator("button[value=" + username + "]").click();
        visitor.page().waitForURL(url -> !url.contains("/connexion"));
        return visitor;
    }

    @PreDestroy
    synchronized void close() {
        if (playwright != null) {
            playwright.close();
        }
    }
}
