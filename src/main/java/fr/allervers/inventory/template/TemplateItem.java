package fr.allervers.inventory.template;

import org.jspecify.annotations.Nullable;

/**
 * An item of a template.
 *
 * @param kind ELEMENT, METER or KEYS
 * @param material line of the wear grid; none for what does not wear
 */
public record TemplateItem(
        long id,
        String typology,
        int roomPosition,
        String room,
        int position,
        String kind,
        String label,
        @Nullable String material,
        boolean photoRequired) {}
