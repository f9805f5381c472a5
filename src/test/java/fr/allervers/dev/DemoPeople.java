package fr.allervers.dev;

import fr.allervers.staff.Role;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The demo landlord's people, invented: one or more for every role. */
@Order(1)
public class DemoPeople implements ApplicationRunner {

    /**
     * @param agency number of the person's only agency, 0 for all
     */
    record Person(String username, String name, int agency, Role... roles) {}

    static final List<Person> PEOPLE = List.of(
            new Person("claire", "Claire Vasseur", 0, Role.SUPERVISOR),
            new Person("ines", "Inès Morel", 1, Role.SOCIAL_ADVISOR),
            new Person("paul", "Paul Rambaud", 0, Role.CALLER),
            new Person("awa", "Awa Diarra", 0, Role.CALLER),
            new Person("lucie", "Lucie Fontanel", 1, Role.CALLER),
            new Person("karim", "Karim Belhadi", 1, Role.FIELD_MANAGER),
            new Person("sophie", "Sophie Lantier", 0, Role.RENT_OFFICER),
            new Person("julien", "Julien Audibert", 0, Role.ALLOCATION_OFFICER),
            new Person("henriette", "Henriette Pascal", 0, Role.COMMITTEE_MEMBER),
            new Person("marc", "Marc Delorme", 0, Role.DIRECTOR, Role.SUPERVISOR),
            new Person("nadia", "Nadia Cheval", 0, Role.ADMINISTRATOR),
            new Person("thomas", "Thomas Ribière", 2, Role.SOCIAL_ADVISOR),
            new Person("elsa", "Elsa Combes", 2, Role.SUPERVISOR),
            new Person("yann", "Yann Torchet", 0, Role.CALLER),
            new Person("mona", "Mona Sarret", 0, Role.CALLER),
            new Person("gilles", "Gilles Amiot", 0, Role.CALLER),
            new Person("bernard", "Bernard Charvet", 0, Role.COMMITTEE_MEMBER),
            new Person("samir", "Samir Khelil", 0, Role.COMMITTEE_MEMBER),
            new Person("colette", "Colette Bonnefoy", 0, Role.COMMITTEE_MEMBER),
            new Person("raoul", "Raoul Teissier", 0, Role.COMMITTEE_MEMBER),
            new Person("odette", "Odette Maurin", 0, Role.COMMITTEE_MEMBER),
            new Person("jeanne", "Jeanne Allard", 0, Role.COMMITTEE_MEMBER),
            new Person("alice", "Alice Fournier", 0, Role.COMMITTEE_MEMBER),
            new Person("etienne", "Étienne Grangier", 0, Role.COMMITTEE_MEMBER),
            new Person("fatou", "Fatou Sané", 0, Role.COMMITTEE_MEMBER),
            new Person("nina", "Nina Lacombe", 0, Role.COMMITTEE_MEMBER));

    private final JdbcClient jdbc;

    DemoPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select count(*) from staff_member").query(Long.class).single() > 0) {
            return;
        }
        for (var person : PEOPLE) {
            jdbc.sql("insert into staff_member (username, display_name, email, all_agencies) values (?, ?, ?, ?)")
                    .params(person.username(), person.name(), person.username() + "@example.org", person.agency() == 0)
                    .update();
            var id = jdbc.sql("select id from staff_member where username = ?")
                    .param(person.username())
                    .query(Long.class)
                    .single();
            for (var role : person.roles()) {
                jdbc.sql("insert into staff_role values (?, ?)")
                        .params(id, role.name())
                        .update();
            }
            if (person.agency() > 0) {
                jdbc.sql("insert into staff_agency values (?, ?)")
                        .params(id, person.agency())
                        .update();
            }
        }
    }
}
