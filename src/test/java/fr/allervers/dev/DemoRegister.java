package fr.allervers.dev;

import fr.allervers.staff.StaffDirectory;
import fr.allervers.tenancy.RegisterImport;
import fr.allervers.tenancy.RegisterImports;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The demo landlord's register, imported as an ERP's file would be; the import's own sweep must be on. */
@Order(2)
public class DemoRegister implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRegister.class);
    private static final int SECONDS = 120;

    private final JdbcClient jdbc;
    private final RegisterImports imports;
    private final StaffDirectory staff;
    private final Clock clock;

    DemoRegister(JdbcClient jdbc, RegisterImports imports, StaffDirectory staff, Clock clock) {
        this.jdbc = jdbc;
        this.imports = imports;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (jdbc.sql("select count(*) from agency").query(Long.class).single() > 0) {
            return;
        }
        // The demo people name agencies by number: they come first, in order.
        for (var agency : DemoRegisterFile.AGENCIES) {
            jdbc.sql("insert into agency (id, code, name, phone) values (?, ?, ?, ?)")
                    .params(agency.number(), agency.code(), agency.name(), agency.phone())
                    .update();
        }
        var administrator = new DemoUser(staff.byUsername("nadia").orElseThrow());
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new UsernamePasswordAuthenticationToken(administrator, null, administrator.getAuthorities()));
        try {
            load();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void load() throws InterruptedException {
        var csv = new DemoRegisterFile(LocalDate.now(clock)).text().getBytes(StandardCharsets.UTF_8);
        var uploaded = imports.upload(
                "registre-demonstration.csv", new ByteArrayInputStream(csv), RegisterImport.Source.SCREEN, null);
        imports.start(uploaded.id());
        for (var second = 0; second < SECONDS * 4; second++) {
            var now = imports.require(uploaded.id());
            if (!now.isUnderWay()) {
                LOG.info(
                        "Demo register: {} lines, {} taken, {} rejected",
                        now.linesTotal(),
                        now.created(),
                        now.rejected());
                return;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new IllegalStateException("The demo register was not imported");
    }
}
