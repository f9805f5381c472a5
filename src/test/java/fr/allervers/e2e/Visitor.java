package fr.allervers.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of a browser. What the browser complains of is kept and must be nothing. */
record Visitor(Page page, int width, List<String> complaints) {

    Visitor(Page page, int width) {
        this(page, width, new ArrayList<>());
        page.onConsoleMessage(message -> {
            // Neither requests that a newer one replaced nor forms sent back to be completed are a fault.
            if (message.type().equals("error")
                    && !message.text().matches("htmx:(afterRequest|sendAbort).*|.*status of 422.*")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Visitor open(String path) {
        page.navigate(path);
        return this;
    }

    /** The same person in a window of this width; what the browser complained of before is forgotten. */
    Visitor at(int newWidth) {
        page.setViewportSize(newWidth, page.viewportSize().height);
        complaints.clear();
        return new Visitor(page, newWidth, complaints);
    }

    /** From now on, as by the language's button. */
    Visitor inEnglish() {
        page.context().addCookies(List.of(new Cookie("langue", "en").setUrl(page.url())));
        return this;
    }

    /** Looks at the page as axe and the browser do: no violation, no complaint, nothing wider than the screen. */
    Visitor looksGood() {
        // One frame only: there is none to gather from in a page of its own.
        var violations = new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(found ->
                                found.getId() + " " + found.getNodes().get(0).getHtml())
                        .toList())
                .as("accessibility of " + page.url())
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + page.url())
                .isLessThanOrEqualTo(width);
        assertThat(complaints).as("complaints of the browser at " + page.url()).isEmpty();
        return this;
    }

    /** Takes a picture into target/screenshots, or into docs/screenshots with -Dscreenshots=docs. */
    Visitor picture(String name) {
        var folder = "docs".equals(System.getProperty("screenshots"))
                ? Path.of("docs", "screenshots")
                : Path.of("target", "screenshots");
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + "-" + width + ".png")));
        return this;
    }
}
