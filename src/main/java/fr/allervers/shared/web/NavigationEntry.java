package fr.allervers.shared.web;

import java.util.Set;

/**
 * An entry of the main navigation. Each module declares its own as beans.
 *
 * @param order entries are shown by this number, lowest first
 * @param label key of the message
 * @param roles names of the roles that see it ({@code fr.allervers.staff.Role})
 */
public record NavigationEntry(int order, String path, String label, Set<String> roles) {}
