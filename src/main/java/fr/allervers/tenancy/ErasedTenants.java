package fr.allervers.tenancy;

import fr.allervers.shared.imports.ImportQueue.Reject;
import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.personal.ErasedCodes;
import fr.allervers.shared.personal.ErasedPeople;
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
class ErasedTenants extends ErasedCodes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    ErasedTenants(JdbcClient jdbc, ErasedPeople erased) {
        super(
                jdbc,
                erased,
                "occupant",
                "occupants",
                "select code from occupant where id in (:occupants) and code <> concat('~', id)");
    }

    @Override
    public String name() {
        return "erased-codes";
    }

    @Override
    public DataKind kind() {
        return DataKind.REGISTER;
    }

    /** The chunk without the lines of erased people, which are refused; nothing of what they say is kept with the refusal. */
    @Transactional
    public RegisterChunk refuse(RegisterChunk chunk) {
        var gone = gone(codes(chunk.lines()));
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
