package fr.allervers.outreach.calling;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.Dates;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls to households, as the inbox and the case page see them. */
@Component
public class HouseholdCallCases implements CaseKind {

    private static final String CARDS = """
            select c.id, c.household_id, c.agency_id, c.grade, c.last_called_at, k.name as campaign, b.address, b.commune,
                   coalesce((select concat_ws(' ', o.civility, o.first_name, o.last_name) from occupant o
                              where o.household_id = h.id and o.deceased_on is null and o.left_on is null
                              order by o.lease_holder desc, o.id limit 1), h.name) as title
              from household_call c join household h on h.id = c.household_id left join campaign k on k.id = c.campaign_id
              left join dwelling d on d.id = h.dwelling_id left join building b on b.id = d.building_id
             where c.id in (:ids)
            """;

    private final JdbcClient jdbc;
    private final CallRows calls;
    private final CallRecord record;
    private final HouseholdCallTasks steps;
    private final MessageSource messages;
    private final Dates dates;

    HouseholdCallCases(
            JdbcClient jdbc,
            CallRows calls,
            CallRecord record,
            HouseholdCallTasks steps,
            MessageSource messages,
            Dates dates) {
        this.jdbc = jdbc;
        this.calls = calls;
        this.record = record;
        this.steps = steps;
        this.messages = messages;
        this.dates = dates;
    }

    @Override
    public String key() {
        return CallDiary.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var cards = new HashMap<Long, CaseCard>();
        if (!ids.isEmpty()) {
            jdbc.sql(CARDS)
                    .param("ids", ids)
                    .query((row, number) -> cards.put(row.getLong("id"), card(row)))
                    .list();
        }
        return cards;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var call = calls.findById(id).orElseThrow();
        var facts = new ArrayList<CaseFact>();
        if (call.grade() != null) {
            facts.add(fact("grade", text("calling.diary.grade." + call.grade())));
        }
        facts.add(fact("attempts", Integer.toString(call.attempts())));
        if (call.lastCalledAt() != null) {
            facts.add(fact("last-call", dates.moment(call.lastCalledAt())));
        }
        facts.add(new CaseFact(
                text("calling.fact.household"),
                text("calling.fact.household.open"),
                "/locataires/" + call.householdId()));
        if (reader.isAny(Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR)) {
            if (call.gradeReason() != null) {
                facts.add(fact("reason", call.gradeReason()));
            }
            record.alert(id).ifPresent(told -> facts.add(fact("alert", told)));
        }
        return facts;
    }

    @Override
    public @Nullable String pageOf(long id, String step) {
        return step.equals(CallTask.STEP) ? "/appels/foyers/" + id : null;
    }

    @Override
    @Transactional
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        return steps.complete(id, step, answers, by);
    }

    private CaseCard card(ResultSet row) throws SQLException {
        var called = row.getTimestamp("last_called_at");
        var campaign = row.getString("campaign");
        var address = row.getString("address");
        var from = campaign == null ? text("calling.card.alert") : campaign;
        return new CaseCard(
                row.getString("title"),
                address == null ? from : from + " · " + address + ", " + row.getString("commune"),
                row.getLong("household_id"),
                row.getLong("agency_id"),
                row.getString("grade"),
                called == null ? null : Instant.ofEpochMilli(called.getTime()));
    }

    private CaseFact fact(String key, String value) {
        return new CaseFact(text("calling.fact." + key), value, null);
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
