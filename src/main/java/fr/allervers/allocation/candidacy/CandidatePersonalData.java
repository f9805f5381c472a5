package fr.allervers.allocation.candidacy;

import static fr.allervers.shared.personal.DataKind.CANDIDATES;
import static fr.allervers.shared.personal.DataKind.COMMITTEE;
import static fr.allervers.shared.personal.DataKind.HISTORY;
import static fr.allervers.shared.personal.DataKind.IMPORTS;

import fr.allervers.shared.personal.Hold;
import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Applicants. An application is over when its household is housed or it was taken out of the national register; signed minutes stay. */
@Component
class CandidatePersonalData implements PersonalData {

    private static final String MINE = "application_id in (:applications)";
    private static final String OVER =
            "application_id in (select a.id from housing_application a where a.state <> 'ACTIVE' and a.state_on < :before)";

    @Override
    public List<PersonalRows> rows() {
        return List.of(
                PersonalRows.ofCases(
                        CANDIDATES,
                        "timeline_entry",
                        "allocation-offer",
                        "select o.id from candidate_outcome o where o." + MINE,
                        "select o.id from candidate_outcome o where o." + OVER),
                PersonalRows.ofCases(
                        CANDIDATES,
                        "timeline_entry",
                        "inadmissible-removal",
                        "select o.id from candidate_outcome o where o." + MINE,
                        "select o.id from candidate_outcome o where o." + OVER),
                PersonalRows.of(CANDIDATES, "application_file", MINE, OVER),
                PersonalRows.of(CANDIDATES, "application_paper", MINE, OVER),
                PersonalRows.of(CANDIDATES, "candidate_outcome", MINE, OVER),
                PersonalRows.of(CANDIDATES, "allocation_candidate", MINE, OVER),
                PersonalRows.of(
                        CANDIDATES,
                        "urgent_allocation",
                        MINE + " or household_id in (:households)",
                        "state not in ('ASKED', 'APPROVED') and decided_at < :before"),
                PersonalRows.of(
                        CANDIDATES,
                        "temporary_occupancy",
                        "household_id in (:households)",
                        "state = 'ENDED' and ended_on < :before"),
                PersonalRows.of(CANDIDATES, "register_export", null, "made_at < :before"),
                PersonalRows.of(
                        IMPORTS,
                        "allocation_import_reject",
                        null,
                        "import_id in (select i.id from allocation_import i where i.ended_at < :before)"),
                PersonalRows.of(IMPORTS, "allocation_import", null, "ended_at < :before"),
                PersonalRows.of(COMMITTEE, "session_item", minutes("id"), null),
                PersonalRows.of(COMMITTEE, "ballot_entry", minutes("item_id"), null),
                PersonalRows.identity(
                        CANDIDATES,
                        "housing_application",
                        "id in (:applications)",
                        "state <> 'ACTIVE' and state_on < :before"));
    }

    private static String minutes(String item) {
        return item
                + " in (select i.id from session_item i join allocation_candidate c on c.offered_dwelling_id = i.offered_dwelling_id where c."
                + MINE + ")";
    }

    @Override
    public List<Hold> holds() {
        return List.of(
                new Hold(
                        "active-application",
                        Set.of(CANDIDATES, HISTORY),
                        "select count(*) from housing_application where id in (:applications) and state = 'ACTIVE'"),
                new Hold(
                        "running-offer",
                        Set.of(CANDIDATES, HISTORY),
                        "select count(*) from candidate_outcome where " + MINE
                                + " and state in ('WAITING', 'OFFERED', 'ACCEPTED', 'WARNED')"),
                new Hold(
                        "signed-minutes",
                        Set.of(COMMITTEE),
                        "select count(*) from session_item where dossier is not null and " + minutes("id")));
    }
}
