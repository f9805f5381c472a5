package fr.allervers.privacy;

import fr.allervers.documents.DocumentStore;
import fr.allervers.testing.Tenants;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant who left, and who stands in the tables of every module by a name, a number and an address that nobody else has. */
class SomebodyEverywhere {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;
    private final DocumentStore documents;
    private final String then;

    final String marker = "Zorglub" + ProcessHandle.current().pid() + "x" + NUMBER.incrementAndGet() + "z";
    final String email = marker.toLowerCase(Locale.ROOT) + "@example.org";
    final String mobile;
    final Tenants.Tenant tenant;
    final long lease;
    final long campaign;
    final long call;
    final long arrears;
    final long application;

    /**
     * @param over the day on which all that is told of was over
     */
    SomebodyEverywhere(JdbcClient jdbc, DocumentStore documents, Tenants tenants, LocalDate over) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.then = over + " 10:00:00";
        tenant = tenants.tenant();
        mobile = tenant.mobile();
        lease = register(over);
        campaign = campaign();
        call = calls();
        followUps();
        arrears = arrears();
        social();
        ledger();
        messages();
        application = candidacy();
        inventory();
        var view = text("vue de");
        row(
                "saved_view",
                "owner",
                "claire",
                "name",
                "Lucette " + marker,
                "query",
                view.substring(0, 20) + NUMBER.get(),
                "shared",
                0);
    }

    private String text(String words) {
        return words + " Lucette " + marker + ", " + mobile + ", " + email;
    }

    private long file() {
        var content = text("une pièce de").getBytes(StandardCharsets.UTF_8);
        return documents
                .store(marker + ".txt", "text/plain", new ByteArrayInputStream(content), "claire")
                .id();
    }

    private long register(LocalDate over) {
        jdbc.sql("update household set name = ?, code = ? where id = ?")
                .params(marker + " Lucette", "H" + NUMBER.get() + marker.substring(7), tenant.householdId())
                .update();
        jdbc.sql("update occupant set last_name = ?, email = ?, disability = '1', left_on = ?, code = ? where id = ?")
                .params(marker, email, over, "O" + marker.substring(7), tenant.occupantId())
                .update();
        for (var word : new String[] {marker.toLowerCase(Locale.ROOT), mobile.replace("+33", "0")}) {
            row("household_word", "household_id", tenant.householdId(), "word", word);
        }
        return id(
                "lease",
                "code",
                "L" + marker,
                "dwelling_id",
                jdbc.sql("select dwelling_id from household where id = ?")
                        .param(tenant.householdId())
                        .query(Long.class)
                        .single(),
                "household_id",
                tenant.householdId(),
                "starts_on",
                "2010-01-01",
                "ends_on",
                over);
    }

    private long campaign() {
        var id = id(
                "campaign",
                "name",
                "Campagne " + UUID.randomUUID(),
                "purpose",
                "WELL_BEING",
                "guide",
                "guide-well-being",
                "state",
                "REPORTED",
                "starts_on",
                "2019-01-01",
                "ends_on",
                "2019-02-01",
                "max_attempts",
                4,
                "file_size",
                10,
                "hold_hours",
                72,
                "created_by",
                "x",
                "created_at",
                then);
        row("campaign_agency", "campaign_id", id, "agency_id", tenant.agencyId(), "target", 5);
        return id;
    }

    private long calls() {
        var wave = id(
                "campaign_wave",
                "campaign_id",
                campaign,
                "number",
                1,
                "name",
                "Vague 1",
                "criteria",
                "{}",
                "deadline_on",
                "2019-02-01");
        var caller = id("staff_member", "username", "x" + UUID.randomUUID(), "display_name", "Paul");
        var id = id(
                "household_call",
                "campaign_id",
                campaign,
                "wave_id",
                wave,
                "household_id",
                tenant.householdId(),
                "agency_id",
                tenant.agencyId(),
                "state",
                "CLOSED",
                "attempts",
                1,
                "first_called_at",
                then,
                "last_called_at",
                then,
                "reached_at",
                then,
                "disposition",
                "REACHED",
                "outcome",
                "REACHED",
                "grade",
                "RED",
                "grade_reason",
                text("parce que"),
                "started_at",
                then,
                "closed_at",
                then);
        row("household_call_occupant", "call_id", id, "occupant_id", tenant.occupantId());
        row(
                "call_attempt",
                "call_id",
                id,
                "caller_id",
                caller,
                "submission",
                UUID.randomUUID(),
                "phone",
                mobile,
                "at",
                then,
                "disposition",
                "REACHED",
                "answers",
                text("{}"),
                "note",
                text("note"),
                "grade",
                "RED",
                "computed_grade",
                "RED",
                "grade_change_reason",
                text("car"));
        row("call_draft", "call_id", id, "caller_id", caller, "answers", text("brouillon"), "saved_at", then);
        row("call_need", "call_id", id, "need", "MEALS");
        row("testimony", "call_id", id, "campaign_id", campaign, "words", text("merci"), "at", then);
        row(
                "third_party_alert",
                "household_id",
                tenant.householdId(),
                "call_id",
                id,
                "source",
                "NEIGHBOUR",
                "source_name",
                marker,
                "source_phone",
                mobile,
                "facts",
                text("inquiet pour"),
                "grade",
                "RED",
                "taken_by",
                "x",
                "taken_at",
                then);
        timeline("household-call", id);
        row(
                "case_document",
                "case_kind",
                "household-call",
                "case_id",
                id,
                "file_id",
                file(),
                "sha256",
                "0".repeat(64),
                "added_at",
                then,
                "added_by",
                "x");
        return id;
    }

    private void timeline(String kind, long id) {
        row(
                "timeline_entry",
                "case_kind",
                kind,
                "case_id",
                id,
                "household_id",
                tenant.householdId(),
                "at",
                then,
                "actor",
                "x",
                "actor_name",
                "X",
                "kind",
                "NOTE",
                "what",
                text("appel à"),
                "detail",
                text("détail"),
                "social",
                1);
    }

    private void followUps() {
        var partner = id("partner", "name", "Partenaire " + UUID.randomUUID(), "kind", "CCAS");
        var common = new Object[] {
            "household_id",
            tenant.householdId(),
            "call_id",
            call,
            "campaign_id",
            campaign,
            "agency_id",
            tenant.agencyId(),
            "opened_by",
            "x",
            "opened_at",
            then
        };
        row(
                "referral",
                with(
                        common,
                        "partner_id",
                        partner,
                        "service",
                        "MEALS",
                        "made_by",
                        "STAFF",
                        "consent",
                        1,
                        "state",
                        "CLOSED",
                        "follow_on",
                        then,
                        "closed_at",
                        then));
        row(
                "field_check",
                with(
                        common,
                        "purpose",
                        "VISIT",
                        "instructions",
                        text("sonner chez"),
                        "state",
                        "DONE",
                        "closed_at",
                        then));
        timeline(
                "social-follow-up",
                id("social_follow_up", with(common, "state", "CLOSED", "next_contact_at", then, "closed_at", then)));
        row(
                "call_series",
                with(
                        common,
                        "caller_id",
                        1,
                        "day_of_week",
                        1,
                        "time_of_day",
                        "10:00",
                        "state",
                        "ENDED",
                        "next_call_at",
                        then,
                        "ended_at",
                        then));
        var staff =
                jdbc.sql("select min(id) from staff_member").query(Long.class).single();
        row(
                "visit_note",
                "note_key",
                UUID.randomUUID(),
                "household_id",
                tenant.householdId(),
                "staff_id",
                staff,
                "note",
                text("vu"),
                "noted_at",
                then,
                "received_at",
                then);
    }

    private long arrears() {
        var id = id(
                "arrears_case",
                "lease_id",
                lease,
                "household_id",
                tenant.householdId(),
                "agency_id",
                tenant.agencyId(),
                "status",
                "CLOSED",
                "launch",
                "STARTED",
                "opened_on",
                "2019-01-01",
                "since_on",
                "2019-01-01",
                "rule",
                "age",
                "reason",
                "Loyer impayé",
                "debt_cents",
                50_000,
                "collectable_cents",
                50_000,
                "months_owed",
                1,
                "read_on",
                "2019-01-01",
                "ladder_from",
                "2019-01-01",
                "pause_note",
                text("pause"),
                "closed_at",
                then,
                "close_reason",
                "DEBT_CLEARED",
                "next_act",
                "NONE",
                "act_on",
                "2019-01-01",
                "act_reason",
                "Soldé",
                "urgency",
                9);
        timeline("unpaid-rent-prevention", id);
        var common = new Object[] {"case_id", id, "household_id", tenant.householdId(), "agency_id", tenant.agencyId()};
        row(
                "relief_measure",
                with(
                        common,
                        "lease_id",
                        lease,
                        "beneficiary",
                        "TENANT",
                        "kind",
                        "SPREAD",
                        "state",
                        "DECIDED",
                        "level",
                        "SUPERVISOR",
                        "amount_cents",
                        100,
                        "reason",
                        text("difficultés de"),
                        "proposed_by",
                        "x",
                        "proposed_at",
                        then,
                        "decision_note",
                        text("accordé à")));
        row(
                "legal_deadline",
                with(common, "kind", "CAF_REPORT", "due_on", "2019-03-01", "state", "DONE", "proof_file_id", file()));
        row(
                "repayment_plan",
                with(
                        common,
                        "lease_id",
                        lease,
                        "version_no",
                        1,
                        "status",
                        "KEPT",
                        "debt_cents",
                        1,
                        "debt_as_of",
                        "2019-01-01",
                        "debt_read_at",
                        then,
                        "outside_cents",
                        0,
                        "first_payment_cents",
                        0,
                        "instalment_cents",
                        1,
                        "first_month",
                        "2019-02-01",
                        "day_of_month",
                        5,
                        "caf",
                        0,
                        "tolerance_days",
                        5,
                        "reminder_days",
                        3,
                        "made_at",
                        then,
                        "made_by",
                        "x",
                        "end_reason",
                        text("tenu par")));
        return id;
    }

    private void social() {
        var common = new Object[] {
            "case_id",
            arrears,
            "household_id",
            tenant.householdId(),
            "agency_id",
            tenant.agencyId(),
            "made_by",
            "x",
            "made_at",
            then
        };
        var assessment = id(
                "social_assessment",
                with(
                        common,
                        "state",
                        "DONE",
                        "adults",
                        1,
                        "children",
                        0,
                        "rent_cents",
                        1,
                        "opinion",
                        text("situation de")));
        row(
                "assessment_line",
                "assessment_id",
                assessment,
                "number",
                0,
                "side",
                "INCOME",
                "kind",
                "PENSION",
                "person",
                marker,
                "month_cents",
                100);
        row(
                "aid_request",
                with(
                        common,
                        "scheme",
                        "FSL",
                        "state",
                        "GRANTED",
                        "asked_on",
                        "2019-01-01",
                        "follow_on",
                        "2019-02-01",
                        "note",
                        text("aide à")));
    }

    private void ledger() {
        row("rent_account", "lease_id", lease, "balance_cents", 0, "entries", 1);
        row(
                "rent_entry",
                "lease_id",
                lease,
                "kind",
                "PAYMENT",
                "side",
                "C",
                "amount_cents",
                100,
                "value_on",
                then.substring(0, 10),
                "due_on",
                "2019-01-05",
                "period",
                "2019-01-01",
                "label",
                "VIR " + marker,
                "reference",
                marker,
                "booked_at",
                then,
                "booked_by",
                "x",
                "reason",
                text("saisi pour"),
                "entry_key",
                key());
        row(
                "rent_hold",
                "lease_id",
                lease,
                "kind",
                "DISPUTE",
                "amount_cents",
                1,
                "from_on",
                "2000-01-01",
                "until_on",
                then.substring(0, 10),
                "reason",
                text("litige de"),
                "placed_by",
                "x",
                "placed_at",
                then);
        row(
                "payer_iban",
                "iban",
                "FR76" + marker.substring(7),
                "lease_id",
                lease,
                "learned_by",
                "x",
                "learned_at",
                then);
        row(
                "suspense_item",
                "state",
                "SETTLED",
                "doubt",
                "UNKNOWN",
                "kind",
                "PAYMENT",
                "amount_cents",
                100,
                "value_on",
                "2019-01-05",
                "period",
                "2019-01-01",
                "remittance",
                "VIR DE " + marker,
                "payer_name",
                marker,
                "import_id",
                1,
                "line_no",
                NUMBER.get(),
                "entry_key",
                key(),
                "lease_id",
                lease,
                "settled_at",
                then,
                "settled_why",
                text("vu avec"));
    }

    private void messages() {
        row(
                "outbox_message",
                "dedupe_key",
                "trial-" + mobile + UUID.randomUUID(),
                "case_kind",
                "household-call",
                "case_id",
                call,
                "household_id",
                tenant.householdId(),
                "agency_id",
                tenant.agencyId(),
                "channel",
                "SMS",
                "recipient",
                mobile,
                "body",
                text("Bonjour"),
                "state",
                "DELIVERED",
                "next_attempt_at",
                then,
                "created_at",
                then,
                "sent_at",
                then);
        row(
                "outbox_message",
                "dedupe_key",
                "trial-" + email + UUID.randomUUID(),
                "case_kind",
                "mass-message",
                "case_id",
                1,
                "channel",
                "EMAIL",
                "recipient",
                email,
                "subject",
                marker,
                "body",
                text("Bonjour"),
                "state",
                "FAILED",
                "problem",
                "550 " + email,
                "next_attempt_at",
                then,
                "created_at",
                then);
        row(
                "message_opposition",
                "channel",
                "SMS",
                "recipient",
                mobile,
                "scope",
                "ALL",
                "source",
                "STOP",
                "since",
                then,
                "recorded_by",
                "x");
        row(
                "message_receipt",
                "centre_id",
                UUID.randomUUID(),
                "state",
                "DELIVERED",
                "recipient",
                mobile.substring(1),
                "dead_number",
                0,
                "received_at",
                then,
                "folded",
                1,
                "look_at",
                then);
        row(
                "message_reply",
                "fingerprint",
                mobile + "-" + NUMBER.get(),
                "period",
                1,
                "from_number",
                mobile,
                "body",
                text("Merci,"),
                "stop",
                0,
                "household_id",
                tenant.householdId(),
                "state",
                "CLOSED",
                "received_at",
                then,
                "closed_at",
                then);
        row(
                "message_reply_part",
                "from_number",
                mobile,
                "reference",
                1,
                "parts",
                2,
                "part_no",
                1,
                "body",
                marker,
                "taken",
                1,
                "received_at",
                then);
        var mailing = id(
                "mailing",
                "submission",
                UUID.randomUUID(),
                "name",
                "Coupure d’eau",
                "state",
                "DONE",
                "importance",
                "ESSENTIAL",
                "audience",
                "NUMBERS",
                "audience_name",
                "Liste",
                "channels",
                "SMS",
                "per_household",
                0,
                "created_by",
                "x",
                "created_at",
                then,
                "ended_at",
                then);
        row("mailing_number", "mailing_id", mailing, "e164", mobile, "household_id", tenant.householdId());
        row(
                "mailing_recipient",
                "mailing_id",
                mailing,
                "channel",
                "SMS",
                "address",
                mobile,
                "household_id",
                tenant.householdId(),
                "occupant_id",
                tenant.occupantId(),
                "language",
                "fr",
                "state",
                "SENT");
    }

    private long candidacy() {
        var id = id(
                "housing_application",
                "unique_number",
                "26" + marker.substring(7),
                "agency_id",
                tenant.agencyId(),
                "applied_on",
                "2018-01-01",
                "civility",
                "Mme",
                "last_name",
                marker,
                "first_name",
                "Lucette",
                "search_name",
                marker.toUpperCase(Locale.ROOT) + " LUCETTE",
                "birth_date",
                "1942-03-01",
                "email",
                email,
                "mobile",
                mobile,
                "address",
                "chez " + marker,
                "postcode",
                "26000",
                "commune",
                "Valence",
                "adults",
                1,
                "children",
                0,
                "disability",
                "1",
                "resources_cents",
                1,
                "situation",
                "TENANT",
                "words",
                text("je cherche,"),
                "household_id",
                tenant.householdId(),
                "state",
                "HOUSED",
                "state_on",
                then.substring(0, 10),
                "state_why",
                text("relogée :"),
                "source",
                "TYPED",
                "entered_by",
                "x",
                "entered_at",
                then,
                "changed_at",
                then);
        row(
                "application_paper",
                "application_id",
                id,
                "kind",
                "IDENTITY",
                "state",
                "REFUSED",
                "refused_why",
                text("illisible,"));
        row(
                "application_file",
                "application_id",
                id,
                "kind",
                "IDENTITY",
                "file_id",
                file(),
                "sha256",
                "1".repeat(64),
                "source",
                "DESK",
                "added_at",
                then,
                "added_by",
                "x");
        return id;
    }

    private void inventory() {
        var dwelling = jdbc.sql("select dwelling_id from lease where id = ?")
                .param(lease)
                .query(Long.class)
                .single();
        var id = id(
                "inventory",
                "kind",
                "EXIT",
                "lease_id",
                lease,
                "dwelling_id",
                dwelling,
                "household_id",
                tenant.householdId(),
                "agency_id",
                tenant.agencyId(),
                "typology",
                "T2",
                "status",
                "CLOSED",
                "language",
                "fr",
                "keys_on",
                "2019-01-01",
                "lease_starts_on",
                "2010-01-01",
                "grid_id",
                jdbc.sql("select min(id) from wear_grid").query(Long.class).single(),
                "opened_at",
                then,
                "opened_by",
                "x",
                "closed_at",
                then,
                "new_address",
                "chez " + marker);
        var item = id(
                "inventory_item",
                "inventory_id",
                id,
                "room_position",
                1,
                "room",
                "Séjour",
                "position",
                1,
                "kind",
                "SURFACE",
                "label",
                "Sol",
                "photo_required",
                1,
                "remark",
                text("taché par"));
        row(
                "inventory_answer",
                "answer_key",
                UUID.randomUUID(),
                "inventory_id",
                id,
                "item_id",
                item,
                "content_hash",
                key(),
                "content",
                text("{}"),
                "received_at",
                then);
        row(
                "inventory_photo",
                "inventory_id",
                id,
                "item_id",
                item,
                "photo_key",
                UUID.randomUUID(),
                "state",
                "KEPT",
                "size_bytes",
                1,
                "sha256",
                "2".repeat(64),
                "announced_at",
                then,
                "original_id",
                file());
        var document = id(
                "inventory_document",
                "inventory_id",
                id,
                "kind",
                "EXIT",
                "file_id",
                file(),
                "sha256",
                "3".repeat(64),
                "made_at",
                then,
                "made_by",
                "x");
        row(
                "inventory_signature",
                "inventory_id",
                id,
                "document_id",
                document,
                "role",
                "TENANT",
                "name",
                "Lucette " + marker,
                "sha256",
                "3".repeat(64),
                "signed_at",
                then,
                "means",
                "code");
        row(
                "inventory_addition",
                "inventory_id",
                id,
                "addition_key",
                UUID.randomUUID(),
                "kind",
                "GENERAL",
                "text",
                text("ajout de"),
                "made_at",
                then);
    }

    private static byte[] key() {
        var random = UUID.randomUUID();
        return ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
    }

    private static Object[] with(Object[] common, Object... more) {
        var all = new ArrayList<Object>(List.of(common));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private void row(String table, Object... columnsAndValues) {
        statement("insert into ", table, "", columnsAndValues).update();
    }

    private long id(String table, Object... columnsAndValues) {
        return statement("insert into ", table, " returning id", columnsAndValues)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(String act, String table, String end, Object... columnsAndValues) {
        var columns = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (var at = 0; at < columnsAndValues.length; at += 2) {
            columns.add((String) columnsAndValues[at]);
            var value = columnsAndValues[at + 1];
            values.add(value instanceof UUID ? value.toString() : value);
        }
        return jdbc.sql(act + table + " (" + String.join(", ", columns) + ") values (?"
                        + ", ?".repeat(columns.size() - 1) + ")" + end)
                .params(values);
    }
}
