package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Channel;
import java.util.HashMap;
import java.util.Map;

/**
 * The ladder as SQL over the register: preview, list of the unreachable and the mailing itself follow one set of
 * rules, and no household stands in memory. Needs the registers' tables for reading only.
 */
final class RecipientSql {

    /** Today's households with their adults, numbers and what they refuse. */
    private static final String PEOPLE = """
             from household h left join dwelling d on d.id = h.dwelling_id left join building b on b.id = d.building_id
             join occupant o on o.household_id = h.id and o.deceased_on is null and (o.left_on is null or o.left_on > :today)
             left join phone p on p.occupant_id = o.id
             left join message_opposition xp on xp.recipient = p.e164 and xp.channel = 'SMS' and (:informative or xp.scope = 'ALL')
             left join message_opposition xs on xs.household_id = h.id and xs.channel = 'SMS' and (:informative or xs.scope = 'ALL')
             left join message_opposition xm on xm.recipient = o.email and xm.channel = 'EMAIL' and (:informative or xm.scope = 'ALL')
             left join message_opposition xe on xe.household_id = h.id and xe.channel = 'EMAIL' and (:informative or xe.scope = 'ALL')
             left join message_opposition xl on xl.household_id = h.id and xl.channel = 'LETTER' and (:informative or xl.scope = 'ALL')
             where
            """;

    private static final String ADULT = "(o.birth_date is null or o.birth_date <= :adult)";
    private static final String REFUSES_SMS =
            "(xp.id is not null or xs.id is not null or (:informative and o.do_not_call))";
    private static final String SMS_OK =
            "(p.mobile and not p.dead and " + ADULT + " and p.e164 regexp :numbers and not " + REFUSES_SMS + ")";
    private static final String EMAIL_OK =
            "(o.email is not null and o.email <> '' and " + ADULT + " and xm.id is null and xe.id is null)";

    private static final String REASON = """
            case when :sms then case
                   when max(p.mobile and not p.dead and %s) then 'OPPOSED'
                   when max(p.mobile and p.dead) then 'DEAD_NUMBER'
                   when max(p.mobile and not p.dead) then 'FOREIGN_NUMBER'
                   when max(p.id is not null and not p.mobile) then 'LANDLINE' else 'NO_PHONE' end
                 when :email then if(max(o.email <> ''), 'OPPOSED', 'NO_EMAIL')
                 else if(max(b.id is not null), 'OPPOSED', 'NO_ADDRESS') end
            """.formatted(REFUSES_SMS);

    private final String where;
    private final Map<String, Object> params;

    RecipientSql(HouseholdCondition audience, Ladder ladder, java.time.LocalDate today, String numbers) {
        where = audience.sql();
        params = new HashMap<>(audience.params());
        params.put("today", today);
        params.put("adult", today.minusYears(18));
        params.put("informative", ladder.informative());
        params.put("numbers", numbers);
        params.put("sms", ladder.uses(Channel.SMS));
        params.put("email", ladder.uses(Channel.EMAIL));
        params.put("letter", ladder.uses(Channel.LETTER));
        params.put("perHousehold", ladder.perHousehold());
    }

    Map<String, Object> params() {
        return params;
    }

    /** One row per household: household_id, agency_id, building_id, language, channel (or NONE), reason. */
    String households() {
        return """
                select h.id as household_id, h.agency_id, b.id as building_id, h.language,
                       case when :sms and max(%s) then 'SMS' when :email and max(%s) then 'EMAIL'
                            when :letter and b.id is not null and max(xl.id) is null then 'LETTER' else 'NONE' end as channel,
                       if(:sms and max(%s), null, %s) as reason
                """.formatted(SMS_OK, EMAIL_OK, SMS_OK, REASON) + PEOPLE + where
                + " group by h.id, h.agency_id, b.id, h.language";
    }

    /** One row per number: address, occupant_id and the household's columns; a number shared by several is one row. */
    String numbers() {
        return """
                select household_id, agency_id, building_id, language, occupant_id, address from (
                  select n.*, row_number() over (partition by address order by lease_holder desc, occupant_id) as same_number from (
                    select h.id as household_id, h.agency_id, b.id as building_id, h.language, o.id as occupant_id, o.lease_holder, p.e164 as address,
                           row_number() over (partition by o.id order by p.rank_no, p.id) as of_occupant,
                           row_number() over (partition by h.id order by o.lease_holder desc, p.rank_no, o.id, p.id) as of_household
                """ + PEOPLE + where + " and :sms and " + SMS_OK + """
                  ) n where if(:perHousehold, of_household, of_occupant) = 1
                ) m where same_number = 1
                """;
    }

    /** One row per address of e-mail, of households that no SMS reaches. */
    String emails() {
        return """
                select household_id, agency_id, building_id, language, occupant_id, address, reason from (
                  select n.*, row_number() over (partition by address order by lease_holder desc, occupant_id) as same_address from (
                    select w.*, o.id as occupant_id, o.lease_holder, o.email as address,
                           row_number() over (partition by w.household_id order by o.lease_holder desc, o.id) as of_household
                      from (%s) w join occupant o on o.household_id = w.household_id and o.deceased_on is null and (o.left_on is null or o.left_on > :today)
                      left join message_opposition xm on xm.recipient = o.email and xm.channel = 'EMAIL' and (:informative or xm.scope = 'ALL')
                     where w.channel = 'EMAIL' and o.email is not null and o.email <> '' and %s and xm.id is null
                  ) n where (not :perHousehold or of_household = 1)
                ) m where same_address = 1
                """.formatted(households(), ADULT);
    }

    /** One row per household that gets a letter, or nothing; to the lease holder. */
    String lettersAndNone() {
        return """
                select w.household_id, w.agency_id, w.building_id, w.language, w.channel, w.reason,
                       (select o.id from occupant o where o.household_id = w.household_id and o.deceased_on is null and (o.left_on is null or o.left_on > :today)
                         order by o.lease_holder desc, o.id limit 1) as occupant_id
                  from (%s) w where w.channel in ('LETTER', 'NONE')
                """.formatted(households());
    }
}
