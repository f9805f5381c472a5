package fr.allervers.allocation.candidacy;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.personal.ErasedPeople;
import fr.allervers.shared.personal.PersonKeys;
import fr.allervers.shared.personal.PersonalTraces;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applicants who were erased do not come back with the next file from the national register. */
@Component
class ErasedApplicants implements PersonalTraces {

    private static final String REGISTER = "application";

    private final JdbcClient jdbc;
    private final ErasedPeople erased;

    ErasedApplicants(JdbcClient jdbc, ErasedPeople erased) {
        this.jdbc = jdbc;
        this.erased = erased;
    }

    @Override
    public String name() {
        return "erased-numbers";
    }

    @Override
    public DataKind kind() {
        return DataKind.CANDIDATES;
    }

    @Override
    public boolean last() {
        return false;
    }

    @Override
    public int purge(LocalDate before, int limit) {
        return 0;
    }

    @Override
    public int erase(PersonKeys person, int limit) {
        var numbers = jdbc.sql(
                        "select unique_number from housing_application where id in (:applications) and unique_number <> concat('~', id)")
                .param("applications", person.parameters().get("applications"))
                .query(String.class)
                .list();
        return numbers.isEmpty() ? 0 : erased.remember(REGISTER, numbers);
    }

    /** The numbers among these lines whose people were erased, with the day. */
    Map<String, LocalDate> among(List<ImportLines.Line> lines) {
        return erased.among(
                REGISTER,
                lines.stream()
                        .flatMap(line -> Optional.ofNullable(line.application()).stream())
                        .map(ApplicationEntry::uniqueNumber)
                        .toList());
    }
}
