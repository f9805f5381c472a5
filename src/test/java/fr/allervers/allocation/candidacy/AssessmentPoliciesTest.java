package fr.allervers.allocation.candidacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentPoliciesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, false, false, 1",
        "1, 0, true, false, 2",
        "2, 0, false, false, 2",
        "2, 0, false, true, 3",
        "1, 1, false, false, 3",
        "2, 1, false, false, 3",
        "1, 2, false, false, 4",
        "2, 2, true, false, 5",
        "2, 6, false, false, 8"
    })
    void theCategoryOfAHouseholdFollowsItsPersonsAndSituation(
            int adults, int children, boolean disabled, boolean young, int category) {
        assertThat(CeilingPolicy.category(adults, children, disabled, young)).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({
        "150000, 45000, 10000, 23.3",
        "100000, 33000, 0, 33.0",
        "100000, 33050, 0, 33.1",
        "100000, 20000, 30000, 0.0"
    })
    void theEffortRateIsTheRentLessTheAidInPercentOfTheResources(long resources, long rent, long aid, String rate) {
        assertThat(LivingPolicy.effortRate(resources, rent, aid)).isEqualByComparingTo(new BigDecimal(rate));
    }

    @Test
    void withoutResourcesThereIsNoRateAndLessThanNothingIsLeft() {
        assertThat(LivingPolicy.effortRate(0, 45_000, 0)).isNull();
        assertThat(LivingPolicy.leftToLiveCents(0, 45_000, 0, 1, 0)).isEqualTo(-1500);
    }

    private static Map<String, String> typed() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("numero_unique", "026 0119 0000 0000 01"),
                Map.entry("date_demande", "2025-03-04"),
                Map.entry("agence", "VC"),
                Map.entry("nom", "Durand"),
                Map.entry("prenom", "Ana"),
                Map.entry("date_naissance", "29/02/1988"),
                Map.entry("adresse", "1 rue Basse"),
                Map.entry("code_postal", "26000"),
                Map.entry("commune", "Valence"),
                Map.entry("adultes", "2"),
                Map.entry("enfants", "0"),
                Map.entry("ressources", "1 650,40"),
                Map.entry("situation", "HOTEL")));
    }

    @ParameterizedTest
    @CsvSource({
        "numero_unique, 12, form",
        "numero_unique, '', missing",
        "date_naissance, 29/02/1989, date",
        "date_demande, 2026-11-25, future",
        "adultes, 0, number",
        "adultes, 13, number",
        "ressources, -5, amount",
        "ressources, 1e9, amount",
        "situation, CASTLE, choice",
        "courriel, nobody, email",
        "mobile, 12, phone",
        "handicap, bof, yes-no",
        "priorites, POVERTY, choice",
        "communes, 26362 valence, form",
        "code_postal, 2600, form"
    })
    void whatCannotBeReadIsToldAtItsColumn(String column, String text, String fault) {
        var typed = typed();
        typed.put(column, text);
        var read = ApplicationReader.read(typed, LocalDate.of(2026, 11, 24));
        assertThat(read.entry()).isNull();
        assertThat(read.faults()).containsExactly(Map.entry(column, fault));
    }

    @Test
    void aWholeApplicationIsRead() {
        var entry = ApplicationReader.read(typed(), LocalDate.of(2026, 11, 24)).entry();
        assertThat(entry).isNotNull();
        assertThat(entry.uniqueNumber()).isEqualTo("02601190000000001");
        assertThat(entry.birthDate()).isEqualTo(LocalDate.of(1988, 2, 29));
        assertThat(entry.resourcesCents()).isEqualTo(165_040);
    }
}
