package fr.allervers.outreach.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.allervers.workflow.Decisions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the list of a wave: one row per household that the campaign has not listed before, its concerned people, its
 * priority. The unique index on campaign and household decides, whoever lists at the same time.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WaveListing {

    private final JdbcClient jdbc;
    private final Audiences audiences;
    private final Decisions decisions;
    private final ObjectMapper json;
    private final Clock clock;

    WaveListing(JdbcClient jdbc, Audiences audiences, Decisions decisions, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.audiences = audiences;
        this.decisions = decisions;
        this.json = json;
        this.clock = clock;
    }

    /** Lists the wave's households that are not listed yet, today, and says how many there are in it now. */
    int list(Campaign campaign, CampaignWave wave, Set<Long> agencies) {
        var sql = audiences.sql(
                audiences.read(wave.criteria()),
                LocalDate.now(clock),
                agencies,
                campaign.settings().purpose(),
                campaign.id());
        jdbc.sql("""
                        insert ignore into household_call (campaign_id, wave_id, household_id, agency_id, state, priority, language)
                        select distinct :campaign, :wave, h.id, h.agency_id, 'NEW', 0, h.language
                        """ + sql.fromWhere())
                .params(sql.parameters())
                .param("campaign", campaign.id())
                .param("wave", wave.id())
                .update();
        nameConcerned(campaign, wave, agencies);
        prioritise(wave);
        jdbc.sql("update household_call set state = 'LISTED' where wave_id = ? and state = 'NEW'")
                .param(wave.id())
                .update();
        return jdbc.sql("select count(*) from household_call where wave_id = ?")
                .param(wave.id())
                .query(Integer.class)
                .single();
    }

    private void nameConcerned(Campaign campaign, CampaignWave wave, Set<Long> agencies) {
        var people = audiences.concerned(audiences.read(wave.criteria()), LocalDate.now(clock), agencies);
        jdbc.sql("insert ignore into household_call_occupant (call_id, occupant_id) select c.id, o.id"
                        + people.fromWhere(
                                " join household_call c on c.household_id = h.id and c.campaign_id = :campaign"
                                        + " and c.wave_id = :wave and c.state = 'NEW'"))
                .params(people.parameters())
                .param("campaign", campaign.id())
                .param("wave", wave.id())
                .update();
    }

    /** Asks the table once for each combination of age and loneliness that occurs, and sets all rows at once. */
    private void prioritise(CampaignWave wave) {
        var combinations = jdbc.sql("select distinct age, alone from (" + ELDEST + ") eldest")
                .param("wave", wave.id())
                .param("today", LocalDate.now(clock))
                .query(Combination.class)
                .list();
        jdbc.sql("update household_call c join (" + ELDEST + """
                        ) eldest on eldest.call_id = c.id
                        join json_table(:priorities, '$[*]' columns (age int path '$.age', alone int path '$.alone', priority int path '$.priority')) p
                          on p.age = eldest.age and p.alone = eldest.alone
                        set c.priority = p.priority
                        """)
                .param("wave", wave.id())
                .param("today", LocalDate.now(clock))
                .param("priorities", priorities(combinations))
                .update();
    }

    private static final String ELDEST = """
            select c.id as call_id, coalesce(timestampdiff(year, min(o.birth_date), :today), 0) as age, max(o.lives_alone) as alone
              from household_call c join household_call_occupant co on co.call_id = c.id join occupant o on o.id = co.occupant_id
             where c.wave_id = :wave and c.state = 'NEW' group by c.id
            """;

    record Combination(int age, boolean alone) {}

    record Priority(int age, int alone, int priority) {}

    private String priorities(List<Combination> combinations) {
        var priorities = combinations.stream()
                .map(one -> new Priority(one.age(), one.alone() ? 1 : 0, priority(one)))
                .toList();
        try {
            return json.writeValueAsString(priorities);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Priorities cannot be written", e);
        }
    }

    private int priority(Combination one) {
        var outputs = decisions.evaluate("household-priority", Map.of("age", one.age(), "alone", one.alone()));
        return ((Number) java.util.Objects.requireNonNull(outputs.get("priority"))).intValue();
    }
}
