package fr.allervers.rights;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.DecisionKind;
import fr.allervers.allocation.count.Mark;
import fr.allervers.allocation.session.AllocationSession;
import fr.allervers.allocation.session.SessionItem;
import fr.allervers.privacy.SomebodyEverywhere;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.People;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The things of one agency as they are made, with their numbers by the names of {@link ThingsOfAnAgency}. */
final class MadeThings {

    private final Map<String, Long> ids = new HashMap<>();
    private final Map<Class<?>, Object> records = new HashMap<>();
    private final JdbcClient jdbc;
    private final SomebodyEverywhere tenant;
    private final CommitteeRoom.Room room;
    private final StaffMember worker;
    private final String task = UUID.randomUUID().toString();

    MadeThings(ThingsMaker maker) {
        jdbc = maker.jdbc;
        tenant = new SomebodyEverywhere(jdbc, maker.documents, maker.tenants, LocalDate.of(2026, 6, 30));
        room = maker.rooms.room(1);
        var outcome = maker.decided.decide(DecisionKind.ALLOCATION);
        worker = worker(maker.people, one("select agency_id from allocation_outcome where id = ?", outcome));
        register();
        arrears();
        calls();
        applications();
        inventory();
        messages();
        committee(maker);
        put(outcome, "allocation.outcome.id");
        put(one("select max(id) from candidate_outcome where outcome_id = ?", outcome), "candidateOutcomeId");
        officer(maker.people);
        waitingTask();
        maker.people.signOut();
    }

    ThingsOfAnAgency things() {
        return new ThingsOfAnAgency(
                ids,
                records,
                List.of(worker, room.president().person()),
                task,
                Map.of("household-call", tenant.call, "unpaid-rent-prevention", tenant.arrears),
                List.of(tenant.marker, tenant.mobile));
    }

    /** Somebody of every role who works where these things are, and nowhere else. */
    private StaffMember worker(People people, long third) {
        var first = tenant.tenant.agencyId();
        var one = people.somebodyOf(first, Role.values());
        for (var agency : List.of(room.agencyId(), third)) {
            jdbc.sql("insert into staff_agency values (?, ?)")
                    .params(one.id(), agency)
                    .update();
        }
        var agencies = Set.of(first, room.agencyId(), third);
        return new StaffMember(
                one.id(), one.username(), one.displayName(), one.roles(), agencies, false, one.language());
    }

    private void register() {
        put(tenant.tenant.householdId(), "householdId", "tenancy.Households.require.id");
        put(tenant.tenant.occupantId(), "privacy.Erasures.id", "privacy.PersonExports.id");
        put(tenant.tenant.agencyId(), "agencyId", "tenancy.Agencies.require.id");
        put(tenant.lease, "leaseId");
        var dwelling = one("select dwelling_id from lease where id = ?", tenant.lease);
        put(dwelling, "arrears.lookup.VacantDwellings.id");
        put(one("select building_id from dwelling where id = ?", dwelling), "buildingId");
        put(one("select max(id) from rent_entry where lease_id = ?", tenant.lease), "entryId");
    }

    private void arrears() {
        put(tenant.arrears, "caseId", "arrears.prevention.id", "arrears.prevention.ids");
        ofHousehold("repayment_plan", "planId");
        ofHousehold("legal_deadline", "deadlineId");
        ofHousehold("appointment", "arrears.appointment.id");
        ofHousehold("aid_request", "arrears.social.AidRequests.id");
    }

    private void calls() {
        put(tenant.campaign, "campaignId", "outreach.campaign.id");
        put(one("select max(id) from campaign_wave where campaign_id = ?", tenant.campaign), "waveId");
        put(tenant.call, "callId");
        jdbc.sql(
                        "update household_call set state = 'TO_CALL', closed_at = null, holder_id = ?, held_until = '2027-01-01' where id = ?")
                .params(worker.id(), tenant.call)
                .update();
        jdbc.sql("update call_draft set caller_id = ? where call_id = ?")
                .params(worker.id(), tenant.call)
                .update();
        put(one("select max(id) from case_document where case_id = ?", tenant.call), "documentId");
        ofHousehold("call_series", "seriesId");
        put(
                row(
                        "series_call (series_id, due_at, caller_id)",
                        "?, '2026-11-24 10:00', ?",
                        ids.get("seriesId"),
                        worker.id()),
                "outreach.followup.AppointedCalls.callId");
    }

    private void applications() {
        put(
                tenant.application,
                "applicationId",
                "allocation.candidacy.Applications.id",
                "allocation.candidacy.CandidacyDesk.dossier.id");
        var file = one("select max(id) from application_file where application_id = ?", tenant.application);
        put(file, "applicationFileId");
        var stored = one("select file_id from application_file where id = ?", file);
        put(stored, "documents.DocumentStore.id");
        var dwelling = one("select dwelling_id from lease where id = ?", tenant.lease);
        var common = "?, ?, ?, 'Lucette', ";
        put(
                row(
                        "urgent_allocation (agency_id, dwelling_id, household_id, person, reason, facts, state, asked_by, asked_at)",
                        common + "'VIOLENCE', 'Menaces', 'ASKED', 'x', '2026-11-01'",
                        tenant.tenant.agencyId(),
                        dwelling,
                        tenant.tenant.householdId()),
                "allocation.urgent.UrgentAllocations.id");
        put(
                row(
                        "temporary_occupancy (agency_id, dwelling_id, household_id, person, reason, from_on, until_on, first_until_on, state, fee_cents, made_by, made_at)",
                        common + "'Travaux', '2026-11-01', '2026-12-01', '2026-12-01', 'RUNNING', 1, 'x', '2026-11-01'",
                        tenant.tenant.agencyId(),
                        dwelling,
                        tenant.tenant.householdId()),
                "allocation.urgent.Occupancies.id");
        put(
                row(
                        "register_export (agency_ids, lines_count, file_id, made_at, made_by)",
                        "?, 1, ?, '2026-11-01', 'x'",
                        worker.agencies().stream().sorted().map(String::valueOf).collect(Collectors.joining(",")),
                        stored),
                "allocation.report.RegisterExports.id");
    }

    private void inventory() {
        ofHousehold("inventory", "inventoryId");
        var id = Objects.requireNonNull(ids.get("inventoryId"));
        for (var part : List.of(
                "declaration",
                "review",
                "signature",
                "settlement.ExitSettlements",
                "settlement.SettlementDiscussion",
                "settlement.SettlementDraft")) {
            put(id, "inventory." + part + ".id");
        }
        put(
                one("select max(id) from inventory_item where inventory_id = ?", id),
                "inventory.review.itemId",
                "inventory.settlement.itemId");
        put(one("select max(id) from inventory_photo where inventory_id = ?", id), "photoId");
        put(one("select max(id) from inventory_document where inventory_id = ?", id), "inventory.documentId");
    }

    private void messages() {
        var household = tenant.tenant.householdId();
        var mailing = one("select max(mailing_id) from mailing_recipient where household_id = ?", household);
        jdbc.sql("update mailing set agency_id = ? where id = ?")
                .params(tenant.tenant.agencyId(), mailing)
                .update();
        put(mailing, "mailingId", "messaging.mailing.Mailings.id", "messaging.mailing.mailings");
        var letter = row(
                "outbox_message (dedupe_key, case_kind, case_id, household_id, agency_id, channel, recipient, body, state, next_attempt_at, created_at)",
                "?, 'household-call', ?, ?, ?, 'LETTER', ?, 'Madame', 'PRINTED', '2026-11-01', '2026-11-01'",
                task,
                tenant.call,
                household,
                tenant.tenant.agencyId(),
                tenant.marker);
        put(letter, "messaging.OutgoingMessages.id", "messaging.OutgoingMessages.ids");
        put(
                row(
                        "message_opposition (channel, household_id, scope, source, since, recorded_by)",
                        "'SMS', ?, 'ALL', 'STAFF', '2026-11-01', 'x'",
                        household),
                "oppositionId");
    }

    private void committee(ThingsMaker maker) {
        var rooms = maker.rooms;
        var session = rooms.live(room);
        var item = rooms.items(session).get(0);
        rooms.callVote(room, item);
        rooms.cast(room.mayor(), item, Mark.ranked(rooms.candidates(item).get(0), 1));
        jdbc.sql(
                        "insert into item_message (item_id, staff_id, name, capacity, at, words) values (?, ?, 'La mairie', 'MAYOR', '2026-11-24', 'Une question')")
                .params(item, room.mayor().person().id())
                .update();
        records.put(AllocationSession.class, maker.sessions.require(session));
        records.put(SessionItem.class, maker.items.require(item));
        put(
                session,
                "sessionId",
                "allocation.session.AllocationSessions.id",
                "allocation.session.SessionRows.id",
                "sessionIds");
        put(item, "allocation.itemId", "allocation.session.ItemRows.id");
        put(room.committeeId(), "committeeId");
        put(room.agencyId(), "allocation.candidacy.DwellingList.agencyId");
        put(room.mayor().memberId(), "memberId", "toMemberId", "substituteId", "substituteOf");
        put(
                room.dwellings().get(0),
                "offeredDwellingId",
                "allocation.Candidacies.id",
                "allocation.candidacy.OfferedDwellings.id",
                "allocation.candidacy.CandidacyDesk.dwelling.id");
        put(rooms.candidates(item).get(0), "candidateId");
    }

    private void officer(People people) {
        var officer = people.somebodyOf(tenant.tenant.agencyId(), Role.CALLER, Role.RENT_OFFICER)
                .id();
        put(officer, "staffId", "standInId");
        put(row("absence (staff_id, from_day, to_day)", "?, '2026-12-01', '2026-12-02'", officer), "staff.Team.id");
        put(
                row(
                        "opening_range (staff_id, agency_id, kind, day_of_week, from_time, to_time, minutes, place, valid_from)",
                        "?, ?, 'OFFICE', 2, '09:00', '12:00', 30, 'Agence', '2026-01-01'",
                        officer,
                        tenant.tenant.agencyId()),
                "arrears.appointment.OpeningRanges.id");
    }

    private void waitingTask() {
        jdbc.sql(
                        "insert into inbox_item (task_id, case_kind, case_id, step, act, queue, candidate_group, title, title_folded, subtitle, household_id, agency_id, priority, due_at, opened_at) values (?, 'household-call', ?, 'call', 'Appeler', 'g:social-advisor', 'social-advisor', ?, '', '', ?, ?, 0, '2026-11-24', '2026-11-24')")
                .params(task, tenant.call, tenant.marker, tenant.tenant.householdId(), tenant.tenant.agencyId())
                .update();
    }

    private void put(long id, String... names) {
        for (var name : names) {
            ids.put(name, id);
        }
    }

    private void ofHousehold(String table, String name) {
        put(one("select max(id) from " + table + " where household_id = ?", tenant.tenant.householdId()), name);
    }

    private long row(String table, String values, @Nullable Object... params) {
        return jdbc.sql("insert into " + table + " values (" + values + ") returning id")
                .params(Arrays.asList(params))
                .query(Long.class)
                .single();
    }

    private long one(String sql, long of) {
        return jdbc.sql(sql).param(of).query(Long.class).single();
    }
}
