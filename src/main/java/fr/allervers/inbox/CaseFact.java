package fr.allervers.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A line of the case page's header: what matters now.
 *
 * @param label in the reader's language
 * @param href where it leads (a page of ours, or "tel:…"); none for plain text
 */
public record CaseFact(String label, String value, @Nullable String href) {}
