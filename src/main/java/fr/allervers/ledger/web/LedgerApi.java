package fr.allervers.ledger.web;

import fr.allervers.ledger.LedgerImport;
import fr.allervers.ledger.LedgerImport.Source;
import fr.allervers.ledger.LedgerImports;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The import of entries for the landlord's ERP: what is sent is booked without a further word. A sending that repeats its
 * {@code Idempotency-Key}, or its content, is answered with the import that it made before. The columns of a CSV must have been
 * named once on the screen. Refusals are problem details (RFC 9457).
 */
@RestController
@RequestMapping("/api/v1/ledger-imports")
@RolesAllowed({Roles.RENT_OFFICER, Roles.SUPERVISOR, Roles.ADMINISTRATOR})
class LedgerApi {

    private final LedgerImports imports;

    LedgerApi(LedgerImports imports) {
        this.imports = imports;
    }

    /** An import as the ERP reads it; counts are lines, the header left out. */
    record ImportAnswer(
            long id,
            String fileName,
            ImportState state,
            int linesTotal,
            int linesDone,
            int posted,
            int suspended,
            int known,
            int rejected,
            @Nullable String problem,
            Instant startedAt,
            @Nullable Instant endedAt,
            String rejects) {

        static ImportAnswer of(LedgerImport made) {
            return new ImportAnswer(
                    made.id(),
                    made.fileName(),
                    made.state(),
                    made.linesTotal(),
                    made.linesDone(),
                    made.posted(),
                    made.suspended(),
                    made.known(),
                    made.rejected(),
                    made.problem(),
                    made.startedAt(),
                    made.endedAt(),
                    path(made) + "/rejects");
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportAnswer> send(
            @RequestParam("file") MultipartFile file,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        try (var content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "ecritures");
            var made = imports.upload(name, content, Source.API, key);
            if (made.state() == ImportState.READY) {
                imports.start(made.id());
            }
            return ResponseEntity.accepted()
                    .location(URI.create(path(made)))
                    .body(ImportAnswer.of(imports.require(made.id())));
        }
    }

    @GetMapping("/{id}")
    ImportAnswer state(@PathVariable long id) {
        return ImportAnswer.of(imports.require(id));
    }

    @GetMapping("/{id}/rejects")
    void rejects(@PathVariable long id, HttpServletResponse response) throws IOException {
        LedgerImportController.writeRejects(imports, imports.require(id), response);
    }

    private static String path(LedgerImport made) {
        return "/api/v1/ledger-imports/" + made.id();
    }
}
