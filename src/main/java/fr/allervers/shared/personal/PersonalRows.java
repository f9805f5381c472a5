package fr.allervers.shared.personal;

import org.jspecify.annotations.Nullable;

/**
 * Rows of one table that hold personal data. What is done to their columns stands in the catalogue ({@code privacy/catalogue.txt}); here
 * stands which rows are a person's, and which ones are over. Both are SQL conditions over the table's own columns, written by the module
 * that owns the table and never built from what people type.
 *
 * <p>Rows that are found through others have the kind of those others: a hold on the one must hold the other.
 *
 * @param name unique in the application: the table, with what tells it from other rows of the same table
 * @param ofPerson reads {@code :households :occupants :applications :leases} (ids), {@code :addresses} (numbers and e-mail addresses) and
 *     {@code :pattern} (a regular expression over the person's names); none when the rows cannot be told a person's
 * @param endedBefore reads {@code :before}, the first day that is still kept; none when no delay ends them
 * @param identity by these rows a person's other rows are found: they go last
 */
public record PersonalRows(
        String name,
        String table,
        DataKind kind,
        @Nullable String ofPerson,
        @Nullable String endedBefore,
        boolean identity) {

    /** All rows of this kind in the table. */
    public static PersonalRows of(
            DataKind kind, String table, @Nullable String ofPerson, @Nullable String endedBefore) {
        return new PersonalRows(table, table, kind, ofPerson, endedBefore, false);
    }

    /** All rows of this kind in a table that says who people are. */
    public static PersonalRows identity(DataKind kind, String table, String ofPerson, String endedBefore) {
        return new PersonalRows(table, table, kind, ofPerson, endedBefore, true);
    }

    /** Rows of a table that several modules write to, those of one kind of case. */
    public static PersonalRows ofCases(
            DataKind kind, String table, String caseKind, String ids, @Nullable String endedIds) {
        var of = "case_kind = '" + caseKind + "' and case_id in (";
        return new PersonalRows(
                table + " " + caseKind,
                table,
                kind,
                of + ids + ")",
                endedIds == null ? null : of + endedIds + ")",
                false);
    }
}
