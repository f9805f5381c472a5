package fr.allervers.outreach.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.allervers.outreach.campaign.AudiencePreview.AgencyCount;
import fr.allervers.outreach.campaign.AudiencePreview.Sample;
import fr.allervers.tenancy.Disabilities;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts audiences, five queries at most whatever their size, and keeps them as JSON. */
@Component
@Transactional(readOnly = true)
class Audiences {

    private static final String COUNTS = """
            select h.agency_id, a.name as agency, count(distinct h.id) as households, count(*) as people,
                   count(distinct if(exists (select 1 from occupant any_one join phone on phone.occupant_id = any_one.id
                                              where any_one.household_id = h.id and not phone.dead), null, h.id)) as without_phone
            """;
    private static final String SAMPLE = """
            select h.id as household_id, h.code, h.name, b.commune, a.name as agency,
                   group_concat(concat_ws(' ', o.first_name, o.last_name, concat('(', timestampdiff(year, o.birth_date, :day), ')'))
                                order by o.birth_date, o.id separator ', ') as people
            """;

    private static final String AGENCY = " join agency a on a.id = h.agency_id";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Disabilities disabilities;

    Audiences(JdbcClient jdbc, ObjectMapper json, Disabilities disabilities) {
        this.jdbc = jdbc;
        this.json = json;
        this.disabilities = disabilities;
    }

    /**
     * Counts whom the audience would list.
     *
     * @param day the day of the listing, on which ages are reckoned
     * @param agencies those that may be listed; none: all
     * @param campaignId the campaign, whose listed households are left out; 0 before it exists
     * @param earlier audiences of the waves before, whose households are left out
     */
    AudiencePreview preview(
            Audience audience,
            LocalDate day,
            @Nullable Set<Long> agencies,
            Purpose purpose,
            long campaignId,
            List<Audience> earlier) {
        var sql = sql(audience, day, agencies, purpose, campaignId);
        for (var number = 0; number < earlier.size(); number++) {
            sql.without(
                    new AudienceSql(earlier.get(number), day, agencies, disabilities::occupants, "Before" + number));
        }
        var counts = jdbc.sql(COUNTS + sql.fromWhere(AGENCY) + " group by h.agency_id, a.name order by a.name")
                .params(sql.parameters())
                .query(AgencyCount.class)
                .list();
        var sample = jdbc.sql(SAMPLE
                        + sql.fromWhere(AGENCY)
                        + " group by h.id, h.code, h.name, b.commune, a.name order by min(o.birth_date), h.id limit 10")
                .params(sql.parameters())
                .query(Sample.class)
                .list();
        return new AudiencePreview(counts, sample, unknown(audience.excludedHouseholds()), communes(sql));
    }

    /** The communes (INSEE codes) in which the audience lives. */
    Set<String> communes(
            Audience audience, LocalDate day, @Nullable Set<Long> agencies, Purpose purpose, long campaignId) {
        return communes(sql(audience, day, agencies, purpose, campaignId));
    }

    private Set<String> communes(AudienceSql sql) {
        return jdbc.sql("select distinct b.insee" + sql.fromWhere())
                .params(sql.parameters())
                .query(String.class)
                .set();
    }

    /** The people whom the audience concerns, whoever has listed their households. */
    AudienceSql concerned(Audience audience, LocalDate day, @Nullable Set<Long> agencies) {
        return new AudienceSql(audience, day, agencies, disabilities::occupants);
    }

    AudienceSql sql(Audience audience, LocalDate day, @Nullable Set<Long> agencies, Purpose purpose, long campaignId) {
        var sql = concerned(audience, day, agencies);
        if (audience.notInOtherCampaign()) {
            sql.notInAnother(purpose, campaignId);
        }
        return campaignId == 0 ? sql : sql.notYetListedBy(campaignId);
    }

    String write(Audience audience) {
        try {
            return json.writeValueAsString(audience);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An audience cannot be written", e);
        }
    }

    Audience read(String criteria) {
        try {
            return json.readValue(criteria, Audience.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An audience cannot be read", e);
        }
    }

    private List<String> unknown(List<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        var known = new HashSet<>(jdbc.sql("select code from household where code in (:codes)")
                .param("codes", codes)
                .query(String.class)
                .list());
        return codes.stream().filter(code -> !known.contains(code)).toList();
    }
}
