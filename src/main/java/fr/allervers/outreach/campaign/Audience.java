package fr.allervers.outreach.campaign;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a wave is for. A person is concerned by age and by traits: a person of the age range who has any of the traits
 * ({@link Joined#AND}, « 75 ans et plus, veufs, séparés ou seuls »), or a person of the age range and besides anybody
 * who has one of the traits ({@link Joined#OR}, « 70 ans et plus, handicapés ou fragiles »). Without age or traits, every
 * adult is concerned. The household's place and rent narrow it down further. People who do not want to be called are
 * never concerned; a household is called once, for all its concerned people.
 *
 * @param ageFrom completed years, included
 * @param ageTo completed years, included
 * @param minimumArrearsCents households behind with at least this amount only
 * @param agencies none: all agencies of the campaign
 * @param communes INSEE codes; none: all
 * @param buildings ids; none: all
 * @param notInOtherCampaign leaves out households of another open campaign for the same purpose
 * @param excludedHouseholds codes of households
 */
public record Audience(
        @Nullable Integer ageFrom,
        @Nullable Integer ageTo,
        Set<Trait> traits,
        Joined joined,
        @Nullable Long minimumArrearsCents,
        Set<Long> agencies,
        Set<String> communes,
        Set<Long> buildings,
        boolean notInOtherCampaign,
        List<String> excludedHouseholds) {

    /** How age and traits go together. */
    public enum Joined {
        AND,
        OR
    }

    /** People from this age on, anywhere. */
    public static Audience from(int age) {
        return between(age, null);
    }

    /** People of this age range, anywhere. */
    public static Audience between(@Nullable Integer from, @Nullable Integer to) {
        return new Audience(from, to, Set.of(), Joined.AND, null, Set.of(), Set.of(), Set.of(), false, List.of());
    }

    public Audience in(Set<Long> onlyAgencies) {
        return new Audience(
                ageFrom,
                ageTo,
                traits,
                joined,
                minimumArrearsCents,
                onlyAgencies,
                communes,
                buildings,
                notInOtherCampaign,
                excludedHouseholds);
    }

    boolean hasAge() {
        return ageFrom != null || ageTo != null;
    }
}
