package fr.allervers.tenancy;

import fr.allervers.shared.Slice;
import fr.allervers.shared.web.ActDetails;
import fr.allervers.staff.StaffMember;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The households of the register, with who lives there today. */
@Component
@Transactional(readOnly = true)
public class Households {

    private final JdbcClient jdbc;
    private final HouseholdReader reader;
    private final HouseholdSearch search;

    Households(JdbcClient jdbc, HouseholdReader reader, HouseholdSearch search) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.search = search;
    }

    /**
     * This household.
     *
     * @throws UnknownInRegister when there is none with this id
     */
    public Household require(long id) {
        return Optional.ofNullable(reader.read(List.of(id)).get(id))
                .orElseThrow(() -> new UnknownInRegister("household", id));
    }

    /** These households, in three queries whatever their number; unknown ids are left out. */
    public Map<Long, Household> byIds(Collection<Long> ids) {
        return reader.read(ids);
    }

    /**
     * Households of the reader's agencies of which every word given begins a name, the code, a telephone number or a
     * word of the address; case and accents do not matter. By name, 20 at a time.
     *
     * @param after the {@link Slice#next} of the slice before; none for the first
     */
    // One statement: beginning and ending a transaction around it would cost as much.
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Slice<HouseholdHit> search(String words, StaffMember reader, @Nullable String after) {
        var found = search.find(words, reader, after);
        if (!words.isBlank()) {
            ActDetails.addSearch(words, found.items().size());
        }
        return found;
    }

    /** The household's leases, the latest first. */
    public List<Lease> leases(long householdId) {
        return jdbc.sql("""
                        select l.code, l.starts_on, l.ends_on, d.code as dwelling_code, d.typology, d.floor, d.door,
                               d.rent_cents, d.charges_cents, b.name as building_name, s.code as stairwell
                          from lease l join dwelling d on d.id = l.dwelling_id join building b on b.id = d.building_id
                          left join stairwell s on s.id = d.stairwell_id
                         where l.household_id = ? order by l.starts_on desc, l.id desc limit 20
                        """).param(householdId).query(Lease.class).list();
    }

    /**
     * Notes what households owe by their rent accounts. Where there is an account it has the last word: what a register file says
     * of arrears meanwhile lasts until it is noted again.
     *
     * @param centsByHousehold 0 or above
     */
    @Transactional
    public void noteArrears(Map<Long, Long> centsByHousehold, LocalDate asOf) {
        for (var entry : new TreeMap<>(centsByHousehold).entrySet()) {
            jdbc.sql("update household set arrears_cents = ?, arrears_as_of = ? where id = ?")
                    .params(entry.getValue(), asOf, entry.getKey())
                    .update();
        }
    }

    /** Marks the number dead for everybody of the household: it is not tried again. */
    @Transactional
    public void markPhoneDead(long householdId, String e164) {
        jdbc.sql("""
                        update phone p join occupant o on o.id = p.occupant_id set p.dead = true
                         where o.household_id = ? and p.e164 = ?
                        """).params(householdId, e164).update();
    }

    /**
     * Adds a number to an occupant, before the ones that are there; a number that was dead lives again.
     *
     * @throws IllegalArgumentException when the text is no telephone number
     */
    @Transactional
    public void addPhone(long occupantId, String e164OrNational) {
        var number = PhoneNumbers.read(e164OrNational)
                .orElseThrow(() -> new IllegalArgumentException("No telephone number: " + e164OrNational));
        jdbc.sql("""
                        insert into phone (occupant_id, e164, mobile, rank_no, from_register) values (?, ?, ?, 0, false)
                        on duplicate key update dead = false, rank_no = 0, from_register = false
                        """).params(occupantId, number.e164(), number.mobile()).update();
        search.index(List.of(jdbc.sql("select household_id from occupant where id = ?")
                .param(occupantId)
                .query(Long.class)
                .single()));
    }

    /** Whether this text can be dialled, for forms that ask before they call {@link #addPhone}. */
    public static boolean isPhoneNumber(String text) {
        return PhoneNumbers.read(text).isPresent();
    }

    /** The number in E.164 when this text is that of a mobile, also a foreign one. */
    public static Optional<String> mobile(String text) {
        return PhoneNumbers.read(text).filter(PhoneNumbers.Dialled::mobile).map(PhoneNumbers.Dialled::e164);
    }
}
