package fr.allervers.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What a list of tasks is narrowed to.
 *
 * @param holder only what this colleague holds; for supervisors
 * @param text folded words; a title matches when it holds words that begin with them, in their order
 */
public record InboxFilter(
        Scope scope,
        boolean late,
        @Nullable String kind,
        @Nullable Long agencyId,
        @Nullable String grade,
        @Nullable String text,
        @Nullable String holder) {

    /** Whose tasks: mine and my groups', mine, or what nobody of my groups has taken. */
    public enum Scope {
        ALL,
        MINE,
        UNASSIGNED
    }

    public static InboxFilter none() {
        return new InboxFilter(Scope.ALL, false, null, null, null, null, null);
    }

    public InboxFilter onlyLate() {
        return new InboxFilter(scope, true, kind, agencyId, grade, text, holder);
    }
}
