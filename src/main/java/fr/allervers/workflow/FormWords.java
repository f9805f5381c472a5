package fr.allervers.workflow;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The little of Markdown that our forms use between fields: headings, lists, bold, links to pages and phones. */
final class FormWords {

    private static final Pattern LINK =
            Pattern.compile("\\[([^\\]]+)\\]\\((tel:[+0-9]+|https://[^)\\s\"]+|/[^)\\s\"]*)\\)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");

    private FormWords() {}

    /** Safe HTML: everything is escaped but what is known. */
    static String html(String markdown) {
        var html = new StringBuilder();
        var inList = false;
        for (var line : markdown.strip().split("\\R")) {
            var item = line.startsWith("- ") || line.startsWith("* ");
            if (item != inList) {
                html.append(item ? "<ul>" : "</ul>");
                inList = item;
            }
            if (item) {
                html.append("<li>").append(inline(line.substring(2))).append("</li>");
            } else if (line.startsWith("#")) {
                html.append("<h3 class=\"h5 mt-4\">")
                        .append(inline(line.replaceFirst("^#+\\s*", "")))
                        .append("</h3>");
            } else if (!line.isBlank()) {
                html.append("<p class=\"mb-1\">").append(inline(line)).append("</p>");
            }
        }
        return html.append(inList ? "</ul>" : "").toString();
    }

    private static String inline(String text) {
        var escaped = HtmlUtils.htmlEscape(text, "UTF-8");
        var linked = LINK.matcher(escaped).replaceAll("<a href=\"$2\">$1</a>");
        return BOLD.matcher(linked).replaceAll("<b>$1</b>");
    }
}
