package fr.allervers.dev;

import fr.allervers.partners.PartnerDirectory;
import fr.allervers.partners.PartnerEntry;
import fr.allervers.partners.PartnerKind;
import fr.allervers.partners.Service;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;

/**
 * Invented partners for the communes of the demo register. Guilherand-Granges has nobody for medicines, so that the
 * demo shows what a gap does.
 */
@Order(3)
public class DemoPartners implements ApplicationRunner {

    private static final String VALENCE = "26362";
    private static final String ROMANS = "26281";
    private static final String BOURG_LES_VALENCE = "26058";
    private static final String BOURG_DE_PEAGE = "26057";
    private static final String PORTES = "26252";
    private static final String GUILHERAND = "07102";

    private static final String OFFICE = "du lundi au vendredi, 9 h – 12 h et 14 h – 17 h";

    private final PartnerDirectory directory;

    DemoPartners(PartnerDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!directory.list(null, null, true).isEmpty()) {
            return;
        }
        ccas("CCAS de Valence", "01 99 00 01 01", "ccas.valence@example.org", VALENCE);
        ccas("CCAS de Romans-sur-Isère", "01 99 00 01 02", "ccas.romans@example.org", ROMANS);
        ccas("CCAS de Bourg-lès-Valence", "01 99 00 01 03", "ccas.blv@example.org", BOURG_LES_VALENCE);
        ccas("CCAS de Bourg-de-Péage", "01 99 00 01 04", "ccas.bdp@example.org", BOURG_DE_PEAGE);
        ccas("CCAS de Portes-lès-Valence", "01 99 00 01 05", "ccas.portes@example.org", PORTES);
        ccas("CCAS de Guilherand-Granges", "01 99 00 01 06", "ccas.guilherand@example.org", GUILHERAND);
        add(
                "Les Paniers du quartier",
                PartnerKind.ASSOCIATION,
                "01 99 00 02 01",
                "mardi et vendredi, 9 h – 12 h",
                Set.of(VALENCE, BOURG_LES_VALENCE, PORTES, GUILHERAND),
                Service.GROCERIES);
        add(
                "Courses solidaires du Pays romanais",
                PartnerKind.ASSOCIATION,
                "01 99 00 02 02",
                "du lundi au samedi, 9 h – 12 h",
                Set.of(ROMANS, BOURG_DE_PEAGE),
                Service.GROCERIES,
                Service.MEDICINES);
        add(
                "Pharmacies de garde à domicile",
                PartnerKind.CARE,
                "01 99 00 02 03",
                "tous les jours, 8 h – 20 h",
                Set.of(VALENCE, BOURG_LES_VALENCE, PORTES),
                Service.MEDICINES);
        add(
                "Navette des aînés",
                PartnerKind.ASSOCIATION,
                "01 99 00 02 04",
                OFFICE,
                Set.of(VALENCE, BOURG_LES_VALENCE, PORTES, GUILHERAND, ROMANS, BOURG_DE_PEAGE),
                Service.TRANSPORT);
        add(
                "À l’écoute, ligne d’amitié",
                PartnerKind.ASSOCIATION,
                "01 99 00 02 05",
                "tous les jours, 10 h – 22 h",
                Set.of(VALENCE, BOURG_LES_VALENCE, PORTES, GUILHERAND, ROMANS, BOURG_DE_PEAGE),
                Service.LISTENING);
        add(
                "Maison bien tenue",
                PartnerKind.CARE,
                "01 99 00 02 06",
                OFFICE,
                Set.of(VALENCE, BOURG_LES_VALENCE, PORTES, GUILHERAND, ROMANS, BOURG_DE_PEAGE),
                Service.HOME_UPKEEP);
        add(
                "Maison départementale des solidarités",
                PartnerKind.COUNTY,
                "01 99 00 02 07",
                OFFICE,
                Set.of(VALENCE, BOURG_LES_VALENCE, PORTES, ROMANS, BOURG_DE_PEAGE),
                Service.RIGHTS,
                Service.LISTENING);
    }

    private void ccas(String name, String phone, String email, String insee) {
        directory.add(new PartnerEntry(
                name,
                PartnerKind.CCAS,
                phone,
                email,
                OFFICE,
                Set.of(insee),
                EnumSet.of(Service.MEALS, Service.RIGHTS, Service.LISTENING)));
    }

    private void add(
            String name,
            PartnerKind kind,
            String phone,
            String hours,
            Set<String> insees,
            Service first,
            Service... more) {
        directory.add(new PartnerEntry(name, kind, phone, null, hours, insees, EnumSet.of(first, more)));
    }
}
