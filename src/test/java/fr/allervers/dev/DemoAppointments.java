package fr.allervers.dev;

import fr.allervers.arrears.appointment.Appointments;
import fr.allervers.arrears.appointment.Slot;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.workflow.CaseRef;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Opening ranges of the demo's rent officer and social advisor, and what tenants have booked in them. */
@Order(6)
public class DemoAppointments implements ApplicationRunner {

    private static final int BOOKED = 6;

    private final Appointments appointments;
    private final StaffDirectory staff;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoAppointments(Appointments appointments, StaffDirectory staff, JdbcClient jdbc, Clock clock) {
        this.appointments = appointments;
        this.staff = staff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select count(*) from opening_range").query(Integer.class).single() > 0) {
            return;
        }
        for (var day = 1; day <= 5; day++) {
            opens("sophie", day, "OFFICE", "09:00", "12:00", 30, "Agence, 2 place de la Mairie");
            opens("sophie", day, "PHONE", "14:00", "16:00", 20, "");
            opens("ines", day, "HOME", "14:00", "17:00", 60, "");
        }
        DemoCampaign.signIn(staff, "sophie");
        try {
            book();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void opens(String who, int day, String kind, String from, String to, int minutes, String place) {
        jdbc.sql("""
                        insert into opening_range (staff_id, agency_id, kind, day_of_week, from_time, to_time, minutes, place, valid_from)
                        select s.id, 1, ?, ?, ?, ?, ?, ?, ? from staff_member s where s.username = ?
                        """)
                .params(
                        kind,
                        day,
                        from,
                        to,
                        minutes,
                        place,
                        LocalDate.now(clock).minusMonths(1),
                        who)
                .update();
    }

    /** Every other free time, for households of the first agency. */
    private void book() {
        var households = jdbc.sql("select id from household where agency_id = 1 order by id limit ?")
                .param(BOOKED)
                .query(Long.class)
                .list();
        for (var number = 0; number < households.size(); number++) {
            var household = households.get(number);
            var free = appointments.freeForStaff(1, LocalDate.now(clock), 14);
            var slot = free.get(Math.min(number * 2, free.size() - 1));
            appointments.bookByStaff(
                    new CaseRef("household", household), household, new Slot.Key(slot.rangeId(), slot.startsAt()));
        }
    }
}
