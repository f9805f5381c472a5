package fr.allervers.allocation.candidacy;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.personal.ErasedCodes;
import fr.allervers.shared.personal.ErasedPeople;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applicants who were erased do not come back with the next file from the national register. */
@Component
class ErasedApplicants extends ErasedCodes {

    ErasedApplicants(JdbcClient jdbc, ErasedPeople erased) {
        super(
                jdbc,
                erased,
                "application",
                "applications",
                "select unique_number from housing_application where id in (:applications) and unique_number <> concat('~', id)");
    }

    @Override
    public String name() {
        return "erased-numbers";
    }

    @Override
    public DataKind kind() {
        return DataKind.CANDIDATES;
    }

    /** The numbers among these lines whose people were erased, with the day. */
    Map<String, LocalDate> among(List<ImportLines.Line> lines) {
        return gone(lines.stream()
                .flatMap(line -> Optional.ofNullable(line.application()).stream())
                .map(ApplicationEntry::uniqueNumber)
                .toList());
    }
}
