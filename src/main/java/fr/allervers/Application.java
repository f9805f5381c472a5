package fr.allervers;

import java.util.Locale;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Aller vers: case management for social landlords. */
@SpringBootApplication
@EnableScheduling
@Modulithic(sharedModules = "shared", systemName = "Aller vers")
public class Application {

    static {
        // The engine and the database driver use the JVM's zone; people see Europe/Paris, given by the Clock.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        // Whoever asks in English says so; what jobs write of themselves is French on any machine.
        LocaleContextHolder.setDefaultLocale(Locale.FRENCH);
    }

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
