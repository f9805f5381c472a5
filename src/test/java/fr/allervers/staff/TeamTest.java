package fr.allervers.staff;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class TeamTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    StaffDirectory directory;

    private ResultActions note(StaffMember by, StaffMember who, String from, String to, String standIn)
            throws Exception {
        return mvc.perform(post("/equipe/absences")
                .param("person", Long.toString(who.id()))
                .param("from", from)
                .param("to", to)
                .param("standIn", standIn)
                .with(as(by))
                .with(csrf())
                .locale(Locale.FRENCH));
    }

    @Test
    void anAbsenceWithAStandInIsNotedInFrenchDatesAndTakenBack() throws Exception {
        var supervisor = people.somebody(Role.SUPERVISOR);
        var who = people.somebody(Role.CALLER);
        var other = people.somebody(Role.CALLER);
        var day = LocalDate.of(2026, 12, 2);
        note(supervisor, who, "1/12/2026", "2026-12-05", Long.toString(other.id()))
                .andExpect(status().is3xxRedirection());
        assertThat(directory.standIn(who.id(), day)).map(StaffMember::id).contains(other.id());
        mvc.perform(get("/equipe").with(as(supervisor)).locale(Locale.FRENCH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("du 1er déc. 2026 au 5 déc. 2026")))
                .andExpect(content().string(containsString("Remplacement : " + other.displayName())));
        var absence = directory.absences().stream()
                .filter(one -> one.staffId() == who.id())
                .findFirst()
                .orElseThrow();
        mvc.perform(post("/equipe/absences/" + absence.id() + "/retirer")
                        .with(as(supervisor))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(directory.isAbsent(who.id(), day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "05/12/2026, 01/12/2026, Le dernier jour est avant le premier.",
        "01/11/2026, 02/11/2026, Cette absence est déjà passée.",
        "01/12/2026, 02/01/2028, Une absence dure un an au plus.",
        "32/12/2026, 02/01/2027, 'Donnez une date, par exemple 31/12/2026.'",
        "'', 02/01/2027, 'Donnez une date, par exemple 31/12/2026.'",
    })
    void aWrongAbsenceIsRefusedAndWhatWasTypedIsKept(String from, String to, String why) throws Exception {
        var who = people.somebody(Role.CALLER);
        note(people.somebody(Role.ADMINISTRATOR), who, from, to, "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(why)))
                .andExpect(content().string(containsString("value=\"" + to + "\"")));
        assertThat(directory.absences()).noneMatch(absence -> absence.staffId() == who.id());
    }

    @Test
    void nobodyStandsInForThemselvesNorWhileAwayNorIsAwayTwice() throws Exception {
        var supervisor = people.somebody(Role.SUPERVISOR);
        var who = people.somebody(Role.CALLER);
        var other = people.somebody(Role.CALLER);
        note(supervisor, who, "01/12/2026", "05/12/2026", Long.toString(who.id()))
                .andExpect(content().string(containsString("ne se remplace pas elle-même")));
        note(supervisor, other, "05/12/2026", "06/12/2026", "").andExpect(status().is3xxRedirection());
        note(supervisor, who, "01/12/2026", "05/12/2026", Long.toString(other.id()))
                .andExpect(content().string(containsString("absente elle aussi")));
        note(supervisor, other, "06/12/2026", "09/12/2026", "")
                .andExpect(content().string(containsString("déjà une absence")));
    }

    @Test
    void aSupervisorSeesAndManagesTheirAgencysPeopleOnly() throws Exception {
        var supervisor = people.somebodyOf(9_001, Role.SUPERVISOR);
        var colleague = people.somebodyOf(9_001, Role.CALLER);
        var stranger = people.somebodyOf(9_002, Role.CALLER);
        mvc.perform(get("/equipe").with(as(supervisor)))
                .andExpect(content().string(containsString(colleague.displayName() + "<")))
                .andExpect(content().string(not(containsString(stranger.displayName() + "<"))));
        note(supervisor, stranger, "01/12/2026", "05/12/2026", "").andExpect(status().isForbidden());
        assertThat(directory.isAbsent(stranger.id(), LocalDate.of(2026, 12, 2))).isFalse();
    }
}
