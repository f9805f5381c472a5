package fr.allervers.privacy;

import fr.allervers.documents.DocumentStore;
import fr.allervers.testing.Tenants;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant who left, and who stands in the tables of every module by a name, a number and an address that nobody else has. */
public class SomebodyEverywhere {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;
    private final DocumentStore documents;
    private final String then;

    public final String marker = "Zorglub" + ProcessHandle.current().pid() + "x" + NUMBER.incrementAndGet() + "z";
    final String email = marker.toLowerCase(Locale.ROOT) + "@example.org";
    public final String mobile;
    public final Tenants.Tenant tenant;
    public final long lease;
    public final long campaign;
    public final long call;
    public final long arrears;
    public final long application;

    /**
     * @param over the day on which all that is told of was over
     */
    public SomebodyEverywhere(JdbcClient jdbc, DocumentStore documents, Tenants tenants, LocalDate over) {
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
                "owner=claire name query shared=0",
                "Lucette " + marker,
                view.substring(0, 20) + NUMBER.get());
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
            row("household_word", "household_id=@household word", word);
        }
        return id(
                "lease",
                "code dwelling_id household_id=@household starts_on=2010-01-01 ends_on",
                "L" + marker,
                jdbc.sql("select dwelling_id from household where id = ?")
                        .param(tenant.householdId())
                        .query(Long.class)
                        .single(),
                over);
    }

    private long campaign() {
        var id = id(
                "campaign",
                "name purpose=WELL_BEING guide=guide-well-being state=REPORTED starts_on=2019-01-01 ends_on=2019-02-01 max_attempts=4 file_size=10 hold_hours=72 created_by=x created_at=@then",
                "Campagne " + UUID.randomUUID());
        row("campaign_agency", "campaign_id agency_id=@agency target=5", id);
        return id;
    }

    private long calls() {
        var wave = id(
                "campaign_wave",
                "campaign_id=@campaign number=1 name criteria deadline_on=2019-02-01",
                "Vague 1",
                "{\"traits\":[],\"joined\":\"AND\",\"agencies\":[],\"communes\":[],\"buildings\":[],\"notInOtherCampaign\":false,\"excludedHouseholds\":[]}");
        var caller = id("staff_member", "username display_name=Paul", "x" + UUID.randomUUID());
        var id = id(
                "household_call",
                "campaign_id=@campaign wave_id household_id=@household agency_id=@agency state=CLOSED attempts=1 first_called_at=@then last_called_at=@then reached_at=@then disposition=REACHED outcome=REACHED grade=RED grade_reason started_at=@then closed_at=@then",
                wave,
                text("parce que"));
        row("household_call_occupant", "call_id occupant_id=@occupant", id);
        row(
                "call_attempt",
                "call_id caller_id submission phone=@mobile at=@then disposition=REACHED answers note grade=RED computed_grade=RED grade_change_reason",
                id,
                caller,
                UUID.randomUUID(),
                text("{}"),
                text("note"),
                text("car"));
        row("call_draft", "call_id caller_id answers saved_at=@then", id, caller, text("brouillon"));
        row("call_need", "call_id need=MEALS", id);
        row("testimony", "call_id campaign_id=@campaign words at=@then", id, text("merci"));
        row(
                "third_party_alert",
                "household_id=@household call_id source=NEIGHBOUR source_name=@marker source_phone=@mobile facts grade=RED taken_by=x taken_at=@then",
                id,
                text("inquiet pour"));
        timeline("household-call", id);
        row(
                "case_document",
                "case_kind=household-call case_id file_id sha256 added_at=@then added_by=x",
                id,
                file(),
                "0".repeat(64));
        return id;
    }

    private void timeline(String kind, long id) {
        row(
                "timeline_entry",
                "case_kind case_id household_id=@household at=@then actor=x actor_name=X kind=NOTE what detail social=1",
                kind,
                id,
                text("appel à"),
                text("détail"));
    }

    private void followUps() {
        var partner = id("partner", "name kind=CCAS", "Partenaire " + UUID.randomUUID());
        var common =
                "household_id=@household call_id=@call campaign_id=@campaign agency_id=@agency opened_by=x opened_at=@then";
        row(
                "referral",
                common
                        + " partner_id service=MEALS made_by=STAFF consent=1 state=CLOSED follow_on=@then closed_at=@then",
                partner);
        row("field_check", common + " purpose=VISIT instructions state=DONE closed_at=@then", text("sonner chez"));
        timeline(
                "social-follow-up",
                id("social_follow_up", common + " state=CLOSED next_contact_at=@then closed_at=@then"));
        row(
                "call_series",
                common + " caller_id=1 day_of_week=1 time_of_day=10:00 state=ENDED next_call_at=@then ended_at=@then");
        var staff =
                jdbc.sql("select min(id) from staff_member").query(Long.class).single();
        row(
                "visit_note",
                "note_key household_id=@household staff_id note noted_at=@then received_at=@then",
                UUID.randomUUID(),
                staff,
                text("vu"));
    }

    private long arrears() {
        var id = id(
                "arrears_case",
                "lease_id=@lease household_id=@household agency_id=@agency status=CLOSED launch=STARTED opened_on=2019-01-01 since_on=2019-01-01 rule=age reason debt_cents collectable_cents months_owed=1 read_on=2019-01-01 ladder_from=2019-01-01 pause_note closed_at=@then close_reason=DEBT_CLEARED next_act=NONE act_on=2019-01-01 act_reason=Soldé urgency=5",
                "Loyer impayé",
                50_000,
                50_000,
                text("pause"));
        timeline("unpaid-rent-prevention", id);
        var offer = id(
                "appointment_offer",
                "case_kind=unpaid-rent-prevention case_id household_id=@household agency_id=@agency offered_at=@then closed_at=@then",
                id);
        row(
                "appointment",
                "offer_id case_kind=unpaid-rent-prevention case_id household_id=@household agency_id=@agency staff_id=1 kind=OFFICE place=Agence starts_at=@then ends_at=@then state=HELD booked_by=x changed_at=@then note",
                offer,
                id,
                text("reçu,"));
        var common = "case_id=" + id + " household_id=@household agency_id=@agency";
        row(
                "relief_measure",
                common
                        + " lease_id=@lease beneficiary=HOUSEHOLD kind=SPREAD state=APPROVED level=SUPERVISOR amount_cents=100 reason proposed_by=x proposed_at=@then decision_note",
                text("difficultés de"),
                text("accordé à"));
        row("legal_deadline", common + " kind=CAF_REPORT due_on=2019-03-01 state=DONE proof_file_id", file());
        row(
                "repayment_plan",
                common
                        + " lease_id=@lease version_no=1 status=KEPT debt_cents=1 debt_as_of=2019-01-01 debt_read_at=@then outside_cents=0 first_payment_cents=0 instalment_cents=1 first_month=2019-02-01 day_of_month=5 caf=0 tolerance_days=5 reminder_days=3 made_at=@then made_by=x end_reason",
                text("tenu par"));
        return id;
    }

    private void social() {
        var common = "case_id=@arrears household_id=@household agency_id=@agency made_by=x made_at=@then";
        var assessment = id(
                "social_assessment",
                common + " state=DONE done_at=@then adults=1 children=0 rent_cents=1 opinion",
                text("situation de"));
        row(
                "assessment_line",
                "assessment_id number=0 side=INCOME kind=PENSION person=@marker month_cents=100",
                assessment);
        row(
                "aid_request",
                common + " scheme=FSL state=GRANTED asked_on=2019-01-01 follow_on=2019-02-01 note",
                text("aide à"));
    }

    private void ledger() {
        row("rent_account", "lease_id=@lease balance_cents=0 entries=1");
        row(
                "rent_entry",
                "lease_id=@lease kind=PAYMENT side=C amount_cents=100 value_on due_on=2019-01-05 period=2019-01-01 label reference=@marker booked_at=@then booked_by=x reason entry_key",
                then.substring(0, 10),
                "VIR " + marker,
                text("saisi pour"),
                key());
        row(
                "rent_hold",
                "lease_id=@lease kind=DISPUTE amount_cents=1 from_on=2000-01-01 until_on reason placed_by=x placed_at=@then",
                then.substring(0, 10),
                text("litige de"));
        row("payer_iban", "iban lease_id=@lease learned_by=x learned_at=@then", "FR76" + marker.substring(7));
        row(
                "suspense_item",
                "state=SETTLED doubt=UNKNOWN kind=PAYMENT amount_cents=100 value_on=2019-01-05 period=2019-01-01 remittance payer_name=@marker import_id=1 line_no entry_key lease_id=@lease settled_at=@then settled_why",
                "VIR DE " + marker,
                NUMBER.get(),
                key(),
                text("vu avec"));
    }

    private void messages() {
        row(
                "outbox_message",
                "dedupe_key case_kind=household-call case_id=@call household_id=@household agency_id=@agency channel=SMS recipient=@mobile body state=DELIVERED next_attempt_at=@then created_at=@then sent_at=@then",
                "trial-" + mobile + UUID.randomUUID(),
                text("Bonjour"));
        row(
                "outbox_message",
                "dedupe_key case_kind=mass-message case_id=1 channel=EMAIL recipient=@email subject=@marker body state=FAILED problem next_attempt_at=@then created_at=@then",
                "trial-" + email + UUID.randomUUID(),
                text("Bonjour"),
                "550 " + email);
        row("message_opposition", "channel=SMS recipient=@mobile scope=ALL source=STOP since=@then recorded_by=x");
        row(
                "message_receipt",
                "centre_id state=DELIVERED recipient dead_number=0 received_at=@then folded=1 look_at=@then",
                UUID.randomUUID(),
                mobile.substring(1));
        row(
                "message_reply",
                "fingerprint period=1 from_number=@mobile body stop=0 household_id=@household state=CLOSED received_at=@then closed_at=@then",
                mobile + "-" + NUMBER.get(),
                text("Merci,"));
        row(
                "message_reply_part",
                "from_number=@mobile reference=1 parts=2 part_no=1 body=@marker taken=1 received_at=@then");
        var mailing = id(
                "mailing",
                "submission name state=DONE importance=ESSENTIAL audience=LIST audience_name=Liste channels=SMS per_household=0 created_by=x created_at=@then ended_at=@then",
                UUID.randomUUID(),
                "Coupure d’eau");
        row("mailing_number", "mailing_id e164=@mobile household_id=@household", mailing);
        row(
                "mailing_recipient",
                "mailing_id channel=SMS address=@mobile household_id=@household occupant_id=@occupant language=fr state=SENT",
                mailing);
    }

    private long candidacy() {
        var id = id(
                "housing_application",
                "unique_number agency_id=@agency applied_on=2018-01-01 civility=Mme last_name=@marker first_name=Lucette search_name birth_date=1942-03-01 email=@email mobile=@mobile address postcode=26000 commune=Valence adults=1 children=0 disability=1 resources_cents=1 situation=SOCIAL_TENANT words household_id=@household state=HOUSED state_on state_why source=TYPED entered_by=x entered_at=@then changed_at=@then",
                "26" + marker.substring(7),
                marker.toUpperCase(Locale.ROOT) + " LUCETTE",
                "chez " + marker,
                text("je cherche,"),
                then.substring(0, 10),
                text("relogée :"));
        row("application_paper", "application_id kind=IDENTITY state=REFUSED refused_why", id, text("illisible,"));
        row(
                "application_file",
                "application_id kind=IDENTITY file_id sha256 source=DESK added_at=@then added_by=x",
                id,
                file(),
                "1".repeat(64));
        return id;
    }

    private void inventory() {
        var dwelling = jdbc.sql("select dwelling_id from lease where id = ?")
                .param(lease)
                .query(Long.class)
                .single();
        var id = id(
                "inventory",
                "kind=EXIT lease_id=@lease dwelling_id household_id=@household agency_id=@agency typology=T2 status=CLOSED language=fr keys_on=2019-01-01 lease_starts_on=2010-01-01 grid_id opened_at=@then opened_by=x closed_at=@then new_address",
                dwelling,
                jdbc.sql("select min(id) from wear_grid").query(Long.class).single(),
                "chez " + marker);
        var item = id(
                "inventory_item",
                "inventory_id room_position=1 room=Séjour position=1 kind=ELEMENT label=Sol photo_required=1 remark",
                id,
                text("taché par"));
        row(
                "inventory_answer",
                "answer_key inventory_id item_id content_hash content received_at=@then",
                UUID.randomUUID(),
                id,
                item,
                key(),
                text("{}"));
        row(
                "inventory_photo",
                "inventory_id item_id photo_key state=KEPT size_bytes=1 sha256 announced_at=@then original_id",
                id,
                item,
                UUID.randomUUID(),
                "2".repeat(64),
                file());
        var document = id(
                "inventory_document",
                "inventory_id kind=SEALED file_id sha256 made_at=@then made_by=x",
                id,
                file(),
                "3".repeat(64));
        row(
                "inventory_signature",
                "inventory_id document_id role=TENANT name sha256 signed_at=@then means=code",
                id,
                document,
                "Lucette " + marker,
                "3".repeat(64));
        row(
                "inventory_addition",
                "inventory_id addition_key kind=GENERAL text made_at=@then",
                id,
                UUID.randomUUID(),
                text("ajout de"));
    }

    private static byte[] key() {
        var random = UUID.randomUUID();
        return ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
    }

    private void row(String table, String columns, Object... values) {
        statement("insert into ", table, "", columns, values).update();
    }

    private long id(String table, String columns, Object... values) {
        return statement("insert into ", table, " returning id", columns, values)
                .query(Long.class)
                .single();
    }

    /** Columns by their names: «name=value», «name=@one of ours», or a name alone, which takes the next of the values. */
    private JdbcClient.StatementSpec statement(String act, String table, String end, String columns, Object... values) {
        var names = new ArrayList<String>();
        var params = new ArrayList<Object>();
        var next = 0;
        for (var column : columns.split(" ")) {
            var parts = column.split("=", 2);
            names.add(parts[0]);
            var value = parts.length == 1 ? values[next++] : parts[1].startsWith("@") ? ours(parts[1]) : parts[1];
            params.add(value instanceof UUID ? value.toString() : value);
        }
        return jdbc.sql(act + table + " (" + String.join(", ", names) + ") values (?" + ", ?".repeat(names.size() - 1)
                        + ")" + end)
                .params(params);
    }

    private Object ours(String name) {
        return switch (name) {
            case "@then" -> then;
            case "@marker" -> marker;
            case "@email" -> email;
            case "@mobile" -> mobile;
            case "@household" -> tenant.householdId();
            case "@agency" -> tenant.agencyId();
            case "@occupant" -> tenant.occupantId();
            case "@lease" -> lease;
            case "@campaign" -> campaign;
            case "@call" -> call;
            case "@arrears" -> arrears;
            case "@application" -> application;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
