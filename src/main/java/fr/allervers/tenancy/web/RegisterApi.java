package fr.allervers.tenancy.web;

import fr.allervers.shared.imports.ImportState;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import fr.allervers.tenancy.RegisterImport;
import fr.allervers.tenancy.RegisterImport.Source;
import fr.allervers.tenancy.RegisterImports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
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
 * The register import for the landlord's ERP: what is sent is imported without a further word. A sending that repeats its
 * {@code Idempotency-Key} is answered with the import it made before. Refusals are problem details (RFC 9457).
 */
@RestController
@RequestMapping("/api/v1/register-imports")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
class RegisterApi {

    private static final String KEY = "Idempotency-Key";

    private final RegisterImports imports;

    RegisterApi(RegisterImports imports) {
        this.imports = imports;
    }

    /** An import as the ERP reads it; counts are lines, the header left out. */
    record ImportAnswer(
            long id,
            String fileName,
            ImportState state,
            int linesTotal,
            int linesDone,
            int created,
            int updated,
            int unchanged,
            int rejected,
            @Nullable String problem,
            Instant startedAt,
            @Nullable Instant endedAt,
            String rejects) {

        static ImportAnswer of(RegisterImport made) {
            return new ImportAnswer(
                    made.id(),
                    made.fileName(),
                    made.state(),
                    made.linesTotal(),
                    made.linesDone(),
                    made.created(),
                    made.updated(),
                    made.unchanged(),
                    made.rejected(),
                    made.problem(),
                    made.startedAt(),
                    made.endedAt(),
                    path(made) + "/rejects");
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportAnswer> sendForm(
            @RequestParam("file") MultipartFile file, @RequestHeader(name = KEY, required = false) @Nullable String key)
            throws IOException {
        try (var content = file.getInputStream()) {
            return accept(Objects.requireNonNullElse(file.getOriginalFilename(), "registre.csv"), content, key);
        }
    }

    @PostMapping(consumes = "text/csv")
    ResponseEntity<ImportAnswer> sendBody(
            HttpServletRequest request, @RequestHeader(name = KEY, required = false) @Nullable String key)
            throws IOException {
        return accept("registre.csv", new Limited(request.getInputStream()), key);
    }

    @GetMapping("/{id}")
    ImportAnswer state(@PathVariable long id) {
        return ImportAnswer.of(imports.require(id));
    }

    @GetMapping("/{id}/rejects")
    void rejects(@PathVariable long id, HttpServletResponse response) throws IOException {
        RegisterController.writeRejects(imports, imports.require(id), response);
    }

    private ResponseEntity<ImportAnswer> accept(String name, InputStream content, @Nullable String key) {
        var made = upload(name, content, key);
        if (made.state() == ImportState.READY) {
            imports.start(made.id());
        }
        return ResponseEntity.accepted()
                .location(URI.create(path(made)))
                .body(ImportAnswer.of(imports.require(made.id())));
    }

    /** Two sendings with one key at the same moment: the second finds what the first made. */
    private RegisterImport upload(String name, InputStream content, @Nullable String key) {
        try {
            return imports.upload(name, content, Source.API, key);
        } catch (DuplicateKeyException e) {
            return imports.upload(name, InputStream.nullInputStream(), Source.API, key);
        }
    }

    private static String path(RegisterImport made) {
        return "/api/v1/register-imports/" + made.id();
    }

    /** The servlet container limits forms only. */
    private static final class Limited extends FilterInputStream {

        private static final long MOST = 60L * 1024 * 1024;

        private long read;

        Limited(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var got = super.read(buffer, offset, length);
            return count(got, got);
        }

        private int count(int result, int bytes) {
            read += result < 0 ? 0 : bytes;
            if (read > MOST) {
                throw new UserError(HttpStatus.PAYLOAD_TOO_LARGE, "file.refused.too-large");
            }
            return result;
        }
    }
}
