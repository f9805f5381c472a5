package fr.allervers.tenancy;

import fr.allervers.shared.imports.ImportQueue.Reject;
import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.personal.ErasedPeople;
import fr.allervers.shared.personal.PersonKeys;
import fr.allervers.shared.personal.PersonalTraces;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tenants who were erased do not come back with the landlord's next file: their lines are refused, and the file is to be cleared of them.
 * Somebody who moves in again later has a new code in the landlord's software.
 */
@Component
class ErasedTenants implements PersonalTraces {

    private static final String REGISTER = "occupant";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final JdbcClient jdbc;
    private final ErasedPeople erased;

    ErasedTenants(JdbcClient jdbc, ErasedPeople erased) {
        this.jdbc = jdbc;
        this.erased = erased;
    }

    @Override
    public String name() {
        return "erased-codes";
    }

    @Override
    public DataKind kind() {
        return DataKind.REGISTER;
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
        var codes = jdbc.sql("select code from occupant where id in (:occupants) and code <> concat('~', id)")
                .param("occupants", person.parameters().get("occupants"))
                .query(String.class)
                .list();
        return codes.isEmpty() ? 0 : erased.remember(REGISTER, codes);
    }

    /** The chunk without the lines of erased people, which are refused; nothing of what they say is kept with the refusal. */
    @Transactional
    public RegisterChunk refuse(RegisterChunk chunk) {
        var gone = erased.among(REGISTER, codes(chunk.lines()));
        if (gone.isEmpty()) {
            return chunk;
        }
        var lines = new ArrayList<RegisterLine>();
        var rejects = new ArrayList<>(chunk.rejects());
        for (var line : chunk.lines()) {
            var day = line.isVacant() ? null : gone.get(line.code(RegisterColumn.OCCUPANT_CODE));
            if (day == null) {
                lines.add(line);
            } else {
                rejects.add(new Reject(
                        line.number(), "personne effacée le " + DAY.format(day) + " : à retirer du fichier", ""));
            }
        }
        return new RegisterChunk(chunk.header(), lines, rejects);
    }

    private static List<String> codes(List<RegisterLine> lines) {
        return lines.stream()
                .filter(line -> !line.isVacant())
                .map(line -> line.code(RegisterColumn.OCCUPANT_CODE))
                .toList();
    }
}
