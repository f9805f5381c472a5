package fr.allervers.tenancy;

import static fr.allervers.shared.personal.DataKind.ACCOUNTS;
import static fr.allervers.shared.personal.DataKind.IMPORTS;
import static fr.allervers.shared.personal.DataKind.REGISTER;

import fr.allervers.shared.personal.Hold;
import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tenants in the register. A household is over when its last lease ended and nobody lives there any more. */
@Component
class TenantPersonalData implements PersonalData {

    private static final String OVER_HOUSEHOLDS = """
            select l.household_id from lease l group by l.household_id having max(coalesce(l.ends_on, '9999-12-31')) < :before
            """;
    private static final String OF_HOUSEHOLD = "household_id in (";

    @Override
    public List<PersonalRows> rows() {
        return List.of(
                PersonalRows.of(
                        IMPORTS,
                        "register_import_reject",
                        null,
                        "import_id in (select i.id from register_import i where i.ended_at < :before)"),
                PersonalRows.of(IMPORTS, "register_import", null, "ended_at < :before"),
                PersonalRows.identity(
                        REGISTER,
                        "phone",
                        "occupant_id in (:occupants)",
                        "occupant_id in (select o.id from occupant o where o.household_id in (" + OVER_HOUSEHOLDS
                                + "))"),
                PersonalRows.identity(
                        REGISTER,
                        "household_word",
                        OF_HOUSEHOLD + ":households)",
                        OF_HOUSEHOLD + OVER_HOUSEHOLDS + ")"),
                PersonalRows.of(REGISTER, "vacant_dwelling", null, "updated_at < :before"),
                PersonalRows.identity(REGISTER, "occupant", "id in (:occupants)", OF_HOUSEHOLD + OVER_HOUSEHOLDS + ")"),
                PersonalRows.identity(
                        REGISTER,
                        "lease",
                        OF_HOUSEHOLD + ":households)",
                        "ends_on < :before and " + OF_HOUSEHOLD + OVER_HOUSEHOLDS + ")"),
                PersonalRows.identity(REGISTER, "household", "id in (:households)", "id in (" + OVER_HOUSEHOLDS + ")"));
    }

    @Override
    public List<Hold> holds() {
        return List.of(
                new Hold("running-lease", Set.of(REGISTER, ACCOUNTS), """
                        select count(*) from occupant o join lease l on l.household_id = o.household_id
                         where o.id in (:occupants) and o.left_on is null and o.deceased_on is null and (l.ends_on is null or l.ends_on >= :today)
                        """),
                new Hold(
                        "running-import",
                        Set.of(REGISTER),
                        "select count(*) from register_import where state in ('QUEUED', 'RUNNING')"));
    }
}
