package fr.allervers.kpi.monthly;

import fr.allervers.documents.DocumentStore;
import fr.allervers.kpi.figure.Dashboards;
import fr.allervers.kpi.figure.Period;
import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.StaffMessages;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The month's figures, as PDF by e-mail, for who asked for them: each for their own agencies, once a month. */
@Component
@Transactional
public class MonthlyFigures {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final FigurePaper paper;
    private final Dashboards dashboards;
    private final DocumentStore store;
    private final StaffMessages mail;
    private final Outbox outbox;
    private final StaffDirectory staff;
    private final CurrentStaff currentStaff;
    private final JdbcClient jdbc;
    private final Clock clock;

    MonthlyFigures(
            FigurePaper paper,
            Dashboards dashboards,
            DocumentStore store,
            StaffMessages mail,
            Outbox outbox,
            StaffDirectory staff,
            CurrentStaff currentStaff,
            JdbcClient jdbc,
            Clock clock) {
        this.paper = paper;
        this.dashboards = dashboards;
        this.store = store;
        this.mail = mail;
        this.outbox = outbox;
        this.staff = staff;
        this.currentStaff = currentStaff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the signed-in person receives them. */
    @Transactional(readOnly = true)
    public boolean subscribed() {
        return jdbc.sql("select count(*) from kpi_subscription where staff_id = ?")
                        .param(currentStaff.require().id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The signed-in person receives them from now on, or no longer. */
    public void subscribe(boolean wanted) {
        var reader = dashboards.reader();
        jdbc.sql(
                        wanted
                                ? "insert ignore into kpi_subscription (staff_id, since) values (:id, :now)"
                                : "delete from kpi_subscription where staff_id = :id and :now is not null")
                .param("id", reader.id())
                .param("now", clock.instant())
                .update();
    }

    /** The next person to whom the month before today's was not written yet, and who still leads. */
    @Transactional(readOnly = true)
    Optional<Long> next() {
        return jdbc.sql("""
                        select k.staff_id from kpi_subscription k join staff_member m on m.id = k.staff_id
                         where m.active and m.email is not null and exists (select 1 from staff_role r where r.staff_id = m.id and r.role in ('SUPERVISOR', 'DIRECTOR'))
                           and not exists (select 1 from kpi_month_sent s where s.staff_id = k.staff_id and s.month = ?)
                         order by k.staff_id limit 1
                        """).param(lastMonth().atDay(1)).query(Long.class).optional();
    }

    /** Writes the month to this person, unless it was; the row's key decides between two nodes. */
    public boolean write(long staffId) {
        var person = staff.byIds(List.of(staffId)).get(staffId);
        if (person == null || !person.isAny(Role.SUPERVISOR, Role.DIRECTOR)) {
            return false;
        }
        var month = lastMonth();
        var file = store(person, month);
        var fresh = jdbc.sql(
                        "insert ignore into kpi_month_sent (staff_id, month, file_id, sent_at) values (?, ?, ?, ?)")
                .params(staffId, month.atDay(1), file, clock.instant())
                .update();
        if (fresh > 0) {
            send(person, month, file);
        }
        return fresh > 0;
    }

    private long store(StaffMember person, YearMonth month) {
        var content = paper.of(person, Period.month(month));
        return store.store(
                        "tableau-de-bord-" + month + ".pdf",
                        "application/pdf",
                        new ByteArrayInputStream(content),
                        "allervers")
                .id();
    }

    private void send(StaffMember person, YearMonth month, long file) {
        var key = "figures " + month + " " + person.id();
        var address = jdbc.sql("select email from staff_member where id = ?")
                .param(person.id())
                .query(String.class)
                .single();
        mail.write(
                new CaseRef("figures", person.id()),
                null,
                List.of(new StaffMessages.Recipient(key, person.displayName(), address)),
                "figures-monthly",
                Map.of("mois", MONTH.format(month)));
        outbox.attach(key, file);
    }

    private YearMonth lastMonth() {
        return YearMonth.from(LocalDate.now(clock)).minusMonths(1);
    }
}
