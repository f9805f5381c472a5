package fr.allervers.arrears.prevention;

import org.jspecify.annotations.Nullable;

/**
 * Which cases the worktray shows. Whatever is left out filters nothing.
 *
 * @param atLeastCents only cases that owe at least this
 */
public record TrayFilter(
        @Nullable Long agencyId,
        @Nullable String act,
        @Nullable CaseStatus status,
        @Nullable Long atLeastCents) {}
