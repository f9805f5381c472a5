package fr.allervers.tenancy;

import static fr.allervers.tenancy.RegisterColumn.*;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table and the cell that fills it.
 *
 * @param from none where the value is computed from other rows
 * @param whenBlank what an empty cell means
 */
record GivenColumn(
        String column,
        @Nullable RegisterColumn from,
        @Nullable Object whenBlank) {

    static final List<GivenColumn> BUILDING = List.of(
            computed("agency_id"),
            new GivenColumn("name", BUILDING_NAME, ""),
            of("address", ADDRESS),
            of("postcode", POSTCODE),
            of("commune", COMMUNE),
            of("insee", INSEE));

    static final List<GivenColumn> DWELLING = List.of(
            computed("building_id"),
            computed("stairwell_id"),
            of("typology", TYPOLOGY),
            of("floor", FLOOR_NUMBER),
            of("door", DOOR),
            of("rent_cents", RENT),
            of("charges_cents", CHARGES),
            of("financing", FINANCING));

    static final List<GivenColumn> HOUSEHOLD = List.of(
            computed("agency_id"),
            computed("dwelling_id"),
            of("name", HOUSEHOLD_NAME),
            new GivenColumn("language", LANGUAGE_CODE, "fr"),
            new GivenColumn("arrears_cents", ARREARS, 0L),
            of("arrears_as_of", ARREARS_DATE));

    static final List<GivenColumn> LEASE = List.of(
            computed("dwelling_id"), computed("household_id"), of("starts_on", LEASE_START), of("ends_on", LEASE_END));

    static final List<GivenColumn> OCCUPANT = List.of(
            computed("household_id"),
            of("civility", CIVILITY),
            of("last_name", LAST_NAME),
            of("first_name", FIRST_NAME),
            of("birth_date", BIRTH_DATE),
            of("marital_status", MARITAL_STATUS),
            flag("lease_holder", LEASE_HOLDER),
            flag("lives_alone", LIVES_ALONE),
            flag("isolated", ISOLATED),
            flag("disability", DISABLED),
            flag("fragile", FRAGILE),
            flag("followed", FOLLOWED),
            flag("priority_transfer", PRIORITY_TRANSFER),
            flag("do_not_call", DO_NOT_CALL),
            of("email", EMAIL_ADDRESS),
            of("deceased_on", DECEASED_ON),
            of("left_on", LEFT_ON));

    /** Whether a file with this header says anything of the column: what it does not give is left as it is. */
    boolean isIn(RegisterHeader header) {
        return column.equals("stairwell_id") ? header.has(STAIRWELL) : from == null || header.has(from);
    }

    /** Whether the register holds it sealed, by the row's code. */
    boolean isSealed() {
        return column.equals("disability");
    }

    private static GivenColumn of(String column, RegisterColumn from) {
        return new GivenColumn(column, from, null);
    }

    private static GivenColumn flag(String column, RegisterColumn from) {
        return new GivenColumn(column, from, false);
    }

    private static GivenColumn computed(String column) {
        return new GivenColumn(column, null, null);
    }
}
