package fr.allervers.dev;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.datafaker.Faker;

/**
 * A register of 2,300 dwellings and some 5,000 occupants in six agencies, all invented, always the same but for the ages,
 * which follow the day. 1,206 households have somebody of 75 or more, or somebody of 65 to 74 who lives alone, spread over
 * the agencies like the 1,206 tenants whom a landlord of this region called in April 2020.
 */
public final class DemoRegisterFile {

    private static final int DWELLINGS = 2300;
    private static final int VACANT = 60;
    private static final int PER_BUILDING = 24;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /**
     * @param seniors households for the well-being calls
     */
    record Agency(int number, String code, String name, String phone, int seniors, List<Commune> communes) {}

    record Commune(String name, String postcode, String insee) {}

    private static final Commune VALENCE = new Commune("Valence", "26000", "26362");
    private static final Commune ROMANS = new Commune("Romans-sur-Isère", "26100", "26281");
    private static final Commune BOURG_LES_VALENCE = new Commune("Bourg-lès-Valence", "26500", "26058");
    private static final Commune BOURG_DE_PEAGE = new Commune("Bourg-de-Péage", "26300", "26057");
    private static final Commune PORTES = new Commune("Portes-lès-Valence", "26800", "26252");
    private static final Commune GUILHERAND = new Commune("Guilherand-Granges", "07500", "07102");

    static final List<Agency> AGENCIES = List.of(
            new Agency(1, "VC", "Valence Centre", "01 99 00 10 01", 159, List.of(VALENCE)),
            new Agency(2, "VS", "Valence Sud", "01 99 00 10 02", 191, List.of(VALENCE, PORTES)),
            new Agency(3, "VN", "Valence Nord", "01 99 00 10 03", 300, List.of(VALENCE, BOURG_LES_VALENCE)),
            new Agency(4, "VE", "Valence Est", "01 99 00 10 04", 228, List.of(VALENCE, GUILHERAND)),
            new Agency(5, "RC", "Romans Centre", "01 99 00 10 05", 160, List.of(ROMANS)),
            new Agency(6, "RE", "Romans Est", "01 99 00 10 06", 168, List.of(ROMANS, BOURG_DE_PEAGE)));

    private static final List<String> HEADER = List.of(
            "code_agence",
            "nom_agence",
            "code_immeuble",
            "nom_immeuble",
            "adresse",
            "code_postal",
            "commune",
            "code_insee",
            "cage",
            "code_logement",
            "type_logement",
            "etage",
            "porte",
            "loyer",
            "charges",
            "financement",
            "code_bail",
            "debut_bail",
            "fin_bail",
            "code_foyer",
            "nom_foyer",
            "langue",
            "impaye",
            "date_impaye",
            "code_occupant",
            "civilite",
            "nom",
            "prenom",
            "date_naissance",
            "situation_familiale",
            "titulaire",
            "vit_seul",
            "isole",
            "handicap",
            "fragile",
            "suivi_social",
            "mutation_prioritaire",
            "ne_pas_appeler",
            "telephone_1",
            "telephone_2",
            "courriel",
            "date_deces",
            "date_depart");

    private static final List<String> YOUNGER_WOMEN = List.of(
            "Camille",
            "Léa",
            "Manon",
            "Chloé",
            "Inès",
            "Sarah",
            "Julie",
            "Laura",
            "Marine",
            "Pauline",
            "Aïcha",
            "Fatou",
            "Nadia",
            "Samira",
            "Céline",
            "Émilie",
            "Aurélie",
            "Sophie",
            "Karine",
            "Élodie",
            "Lina",
            "Jade",
            "Louise",
            "Zoé",
            "Yasmine",
            "Mariam",
            "Anaïs",
            "Justine",
            "Clémence",
            "Maëlys");
    private static final List<String> YOUNGER_MEN = List.of(
            "Lucas",
            "Hugo",
            "Théo",
            "Nathan",
            "Enzo",
            "Maxime",
            "Antoine",
            "Nicolas",
            "Julien",
            "Kévin",
            "Mehdi",
            "Karim",
            "Yacine",
            "Mamadou",
            "Ibrahim",
            "Sébastien",
            "Vincent",
            "Jérôme",
            "Mathieu",
            "Romain",
            "Adam",
            "Gabriel",
            "Noé",
            "Rayan",
            "Ousmane",
            "Quentin",
            "Florian",
            "Baptiste",
            "Clément",
            "Rémi");
    private static final List<String> STREETS = List.of(
            "rue des Lilas",
            "rue des Écoles",
            "avenue de la Gare",
            "place du Marché",
            "rue du Moulin",
            "allée des Tilleuls",
            "rue de la Fontaine",
            "avenue du Vercors",
            "rue des Cordeliers",
            "impasse du Lavoir",
            "rue des Vergers",
            "avenue des Platanes");
    private static final List<String> RESIDENCES = List.of(
            "Les Lilas",
            "Le Polygone",
            "Les Tilleuls",
            "La Fontaine",
            "Les Platanes",
            "Le Belvédère",
            "Les Vergers",
            "Le Clos",
            "La Prairie",
            "Les Acacias");
    private static final List<String> ELDERLY_WOMEN = List.of(
            "Lucette",
            "Odette",
            "Paulette",
            "Ginette",
            "Yvonne",
            "Simone",
            "Jeanne",
            "Denise",
            "Raymonde",
            "Josette",
            "Huguette",
            "Colette",
            "Monique",
            "Arlette",
            "Fatima",
            "Maria");
    private static final List<String> ELDERLY_MEN = List.of(
            "Roger", "Marcel", "André", "Robert", "René", "Lucien", "Maurice", "Georges", "Henri", "Émile", "Ahmed",
            "Antonio", "Gérard", "Fernand");

    private final Random random = new Random(20261122);
    private final Faker faker = new Faker(Locale.FRENCH, new Random(20261122));
    private final LocalDate today;
    private final List<String> lines = new ArrayList<>();
    private int building;
    private int dwelling;
    private int occupant;

    public DemoRegisterFile(LocalDate today) {
        this.today = today;
    }

    /** The file: UTF-8, semicolons. */
    public String text() {
        lines.add(String.join(";", HEADER));
        var seniors = AGENCIES.stream().mapToInt(Agency::seniors).sum();
        for (var agency : AGENCIES) {
            var share = Math.round(DWELLINGS * (float) agency.seniors() / seniors);
            write(agency, agency.number() == AGENCIES.size() ? DWELLINGS - dwelling : share);
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private void write(Agency agency, int dwellings) {
        var vacant = VACANT / AGENCIES.size();
        var kinds = new ArrayList<Integer>();
        for (var number = 0; number < dwellings; number++) {
            kinds.add(number < agency.seniors() ? 1 : number < dwellings - vacant ? 2 : 0);
        }
        Collections.shuffle(kinds, random);
        Map<String, String> place = Map.of();
        for (var number = 0; number < dwellings; number++) {
            if (number % PER_BUILDING == 0) {
                place = newBuilding(agency);
            }
            var cells = newDwelling(place, number % PER_BUILDING);
            switch (kinds.get(number)) {
                case 0 -> add(cells);
                case 1 -> seniors(cells);
                default -> family(cells);
            }
        }
    }

    private Map<String, String> newBuilding(Agency agency) {
        building++;
        var commune = agency.communes().get(building % agency.communes().size());
        var cells = new LinkedHashMap<String, String>();
        cells.put("code_agence", agency.code());
        cells.put("nom_agence", agency.name());
        cells.put("code_immeuble", "B%03d".formatted(building));
        cells.put("nom_immeuble", "Résidence " + RESIDENCES.get(building % RESIDENCES.size()));
        cells.put("adresse", (1 + random.nextInt(60)) + " " + STREETS.get(building % STREETS.size()));
        cells.put("code_postal", commune.postcode());
        cells.put("commune", commune.name());
        cells.put("code_insee", commune.insee());
        return cells;
    }

    private Map<String, String> newDwelling(Map<String, String> place, int inBuilding) {
        dwelling++;
        var rooms = 1 + Math.min(4, random.nextInt(5));
        var cells = new LinkedHashMap<>(place);
        cells.put("cage", inBuilding < PER_BUILDING / 2 ? "A" : "B");
        cells.put("code_logement", "L%05d".formatted(dwelling));
        cells.put("type_logement", "T" + rooms);
        cells.put("etage", Integer.toString(inBuilding % (PER_BUILDING / 2) / 3));
        cells.put("porte", Integer.toString(1 + inBuilding % 3));
        cells.put("loyer", "%d,%02d".formatted(190 + rooms * 75 + random.nextInt(60), random.nextInt(100)));
        cells.put("charges", "%d,%02d".formatted(40 + rooms * 18, random.nextInt(100)));
        cells.put("financement", List.of("PLUS", "PLAI", "PLS", "PLUS").get(random.nextInt(4)));
        return cells;
    }

    /** Half are 75 or more, alone or two; half are 65 to 74 and live alone. */
    private void seniors(Map<String, String> cells) {
        var old = random.nextBoolean();
        var alone = !old || random.nextInt(100) < 60;
        var name = name();
        var woman = random.nextInt(100) < 68;
        household(cells, name, alone ? 1 : 2);
        var age = old ? 75 + random.nextInt(21) : 65 + random.nextInt(10);
        var person = person(cells, name, woman, age);
        person.put("titulaire", "oui");
        person.put(
                "situation_familiale",
                alone ? List.of("veuf", "divorcé", "célibataire", "veuf").get(random.nextInt(4)) : "marié");
        person.put("vit_seul", alone ? "oui" : "non");
        person.put("isole", alone && chance(30) ? "oui" : "non");
        add(person);
        if (!alone) {
            var other = person(cells, name, !woman, Math.max(60, age - 5 + random.nextInt(8)));
            other.put("situation_familiale", "marié");
            add(other);
        }
    }

    private void family(Map<String, String> cells) {
        var name = name();
        var adults = chance(70) ? 2 : 1;
        var children = adults == 1 && chance(35) ? 0 : 1 + random.nextInt(3);
        household(cells, name, adults + children);
        var age = 24 + random.nextInt(38);
        var woman = chance(55);
        var holder = person(cells, name, woman, age);
        holder.put("titulaire", "oui");
        holder.put("situation_familiale", adults == 2 ? "marié" : "célibataire");
        holder.put("vit_seul", adults + children == 1 ? "oui" : "non");
        add(holder);
        if (adults == 2) {
            var other = person(cells, name, !woman, Math.max(20, age - 4 + random.nextInt(8)));
            other.put("situation_familiale", "marié");
            add(other);
        }
        for (var child = 0; child < children; child++) {
            add(person(cells, name, random.nextBoolean(), random.nextInt(Math.max(1, Math.min(20, age - 20)))));
        }
    }

    private void household(Map<String, String> cells, String name, int people) {
        var years = 1 + random.nextInt(people == 1 ? 30 : 15);
        cells.put("code_bail", "C%05d".formatted(dwelling));
        cells.put("debut_bail", DAY.format(LocalDate.of(2026 - years, 1 + random.nextInt(12), 1)));
        cells.put("code_foyer", "F%05d".formatted(dwelling));
        cells.put("nom_foyer", "Foyer " + name);
        var language = random.nextInt(100);
        cells.put("langue", language < 92 ? "fr" : language < 96 ? "ar" : language < 98 ? "tr" : "pt");
        if (chance(12)) {
            cells.put("impaye", "%d,%02d".formatted(120 + random.nextInt(2200), random.nextInt(100)));
            cells.put("date_impaye", "31/10/2026");
        }
    }

    private Map<String, String> person(Map<String, String> cells, String name, boolean woman, int age) {
        occupant++;
        var person = new LinkedHashMap<>(cells);
        var firstName = age < 60
                ? faker.options().nextElement(woman ? YOUNGER_WOMEN : YOUNGER_MEN)
                : woman
                        ? ELDERLY_WOMEN.get(random.nextInt(ELDERLY_WOMEN.size()))
                        : ELDERLY_MEN.get(random.nextInt(ELDERLY_MEN.size()));
        person.put("code_occupant", "O%05d".formatted(occupant));
        person.put("civilite", age < 18 ? "" : woman ? "Mme" : "M.");
        person.put("nom", name);
        person.put("prenom", firstName);
        person.put("date_naissance", DAY.format(today.minusYears(age).minusDays(1 + random.nextInt(364))));
        person.put("handicap", chance(age > 60 ? 10 : 4) ? "oui" : "non");
        person.put("fragile", chance(age > 74 ? 18 : 4) ? "oui" : "non");
        person.put("suivi_social", chance(5) ? "oui" : "non");
        person.put("mutation_prioritaire", chance(3) ? "oui" : "non");
        person.put("ne_pas_appeler", chance(1) ? "oui" : "non");
        if (age >= 18) {
            contact(person, age);
        }
        return person;
    }

    /** Landlines for the old, mobiles for the young, in the ranges that are kept for fiction; one in twenty-five has none. */
    private void contact(Map<String, String> person, int age) {
        var numbers = new ArrayList<String>();
        if (chance(age > 64 ? 75 : 20)) {
            numbers.add(number("01 99 00"));
        }
        if (chance(age > 64 ? 60 : 95)) {
            numbers.add(number("06 39 98"));
        }
        for (var at = 0; at < numbers.size(); at++) {
            person.put("telephone_" + (at + 1), numbers.get(at));
        }
        if (chance(age > 64 ? 25 : 70)) {
            person.put("courriel", "occupant" + occupant + "@example.org");
        }
    }

    private String number(String start) {
        return "%s %02d %02d".formatted(start, random.nextInt(100), random.nextInt(100));
    }

    private String name() {
        return faker.name().lastName();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void add(Map<String, String> cells) {
        lines.add(String.join(
                ";",
                HEADER.stream().map(column -> cells.getOrDefault(column, "")).toList()));
    }
}
