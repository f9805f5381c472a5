package fr.allervers.rights;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.documents.DocumentStore;
import fr.allervers.privacy.SomebodyEverywhere;
import fr.allervers.staff.Role;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A thing of each kind in one agency, by the names that facades give to its number. */
final class ThingsOfAnAgency {

    private final Map<String, Long> ids = new HashMap<>();
    private final JdbcClient jdbc;
    private final People people;
    private final long household;

    ThingsOfAnAgency(JdbcClient jdbc, DocumentStore documents, Tenants tenants, CommitteeRoom rooms, People people) {
        this.jdbc = jdbc;
        this.people = people;
        var tenant = new SomebodyEverywhere(jdbc, documents, tenants, LocalDate.of(2026, 6, 30));
        household = tenant.tenant.householdId();
        ids.put("householdId", household);
        ids.put("agencyId", tenant.tenant.agencyId());
        ids.put("leaseId", tenant.lease);
        ids.put("campaignId", tenant.campaign);
        ids.put("outreach.campaign.id", tenant.campaign);
        ids.put("callId", tenant.call);
        ids.put("applicationId", tenant.application);
        ids.put("allocation.candidacy.id", tenant.application);
        ids.put("caseId", tenant.arrears);
        ids.put("arrears.prevention.id", tenant.arrears);
        ids.put("waveId", one("select max(id) from campaign_wave where campaign_id = ?", tenant.campaign));
        ids.put(
                "applicationFileId",
                one("select max(id) from application_file where application_id = ?", tenant.application));
        ofHousehold("planId", "repayment_plan");
        ofHousehold("deadlineId", "legal_deadline");
        ofHousehold("arrears.appointment.id", "appointment");
        ofHousehold("arrears.social.id", "aid_request");
        ofHousehold("seriesId", "call_series");
        ofHousehold("inventoryId", "inventory");
        ofHousehold("inventory.declaration.id", "inventory");
        for (var part : new String[] {"review", "settlement", "signature"}) {
            ids.put("inventory." + part + ".id", known("inventoryId"));
        }
        ids.put(
                "inventory.itemId",
                one("select max(id) from inventory_item where inventory_id = ?", known("inventoryId")));
        ids.put("photoId", one("select max(id) from inventory_photo where inventory_id = ?", known("inventoryId")));
        ids.put("entryId", one("select max(id) from rent_entry where lease_id = ?", tenant.lease));
        ids.put("documentId", one("select max(id) from case_document where case_id = ?", tenant.call));
        ids.put("arrears.lookup.id", one("select dwelling_id from lease where id = ?", tenant.lease));
        ids.put("mailingId", one("select max(mailing_id) from mailing_recipient where household_id = ?", household));
        ids.put("messaging.mailing.id", known("mailingId"));
        committee(rooms);
        absence();
    }

    private void committee(CommitteeRoom rooms) {
        var room = rooms.room(1);
        var session = rooms.live(room);
        var item = rooms.items(session).get(0);
        ids.put("sessionId", session);
        ids.put("allocation.session.id", session);
        ids.put("itemId", item);
        ids.put("committeeId", room.committeeId());
        ids.put("allocation.committee.id", room.committeeId());
        ids.put("memberId", room.mayor().memberId());
        ids.put("staffId", room.mayor().person().id());
        ids.put("offeredDwellingId", room.dwellings().get(0));
        ids.put("candidateId", rooms.candidates(item).get(0));
    }

    /** Of somebody who works in that agency alone. */
    private void absence() {
        var person = people.somebodyOf(known("agencyId"), Role.CALLER).id();
        ids.put(
                "staff.id",
                one(
                        "insert into absence (staff_id, from_day, to_day) values (?, '2026-12-01', '2026-12-02') returning id",
                        person));
    }

    private long known(String name) {
        return Objects.requireNonNull(ids.get(name));
    }

    private void ofHousehold(String name, String table) {
        ids.put(name, one("select max(id) from " + table + " where household_id = ?", household));
    }

    private long one(String sql, long of) {
        return jdbc.sql(sql).param(of).query(Long.class).single();
    }

    /** The number that the door asks for by this name; none where there is no such thing here. */
    Optional<Long> id(Door door, Parameter parameter) {
        var where = door.method().getDeclaringClass().getPackageName().replace("fr.allervers.", "");
        for (; !where.isEmpty(); where = where.substring(0, Math.max(0, where.lastIndexOf('.')))) {
            var name = where + "." + parameter.getName();
            if (ids.containsKey(name)) {
                return Optional.of(ids.get(name));
            }
        }
        return Optional.ofNullable(ids.get(parameter.getName()));
    }
}
