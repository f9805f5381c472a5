package fr.allervers.inventory.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompletenessPolicyTest {

    private static final Instant ANSWERED = Instant.parse("2026-11-24T09:00:00Z");

    private static Item item(
            ItemKind kind,
            boolean photo,
            @Nullable ItemState state,
            @Nullable String remark,
            @Nullable BigDecimal reading,
            @Nullable Integer quantity,
            @Nullable Instant answeredAt,
            @Nullable String asked) {
        return new Item(
                7,
                1,
                1,
                "Séjour",
                1,
                kind,
                "Sol",
                null,
                photo,
                null,
                null,
                null,
                null,
                state,
                remark,
                null,
                reading,
                quantity,
                answeredAt,
                asked);
    }

    private static Item element(@Nullable ItemState state, @Nullable String remark, boolean photo) {
        return item(ItemKind.ELEMENT, photo, state, remark, null, null, ANSWERED, null);
    }

    private static List<Lack.What> lacks(Item item, boolean photographed) {
        return CompletenessPolicy.lacks(List.of(item), photographed ? Set.of(item.id()) : Set.of()).stream()
                .map(Lack::what)
                .toList();
    }

    @Test
    void anElementNeedsItsState() {
        assertThat(lacks(element(null, null, false), false)).containsExactly(Lack.What.STATE);
        assertThat(lacks(element(ItemState.GOOD, null, false), false)).isEmpty();
    }

    @Test
    void whatTheTemplateWantsToSeeIsSeen() {
        assertThat(lacks(element(ItemState.GOOD, null, true), false)).containsExactly(Lack.What.PHOTO);
        assertThat(lacks(element(ItemState.GOOD, null, true), true)).isEmpty();
    }

    @Test
    void aDamageIsSeenAndSaid() {
        assertThat(lacks(element(ItemState.DAMAGED, " ", false), false))
                .containsExactly(Lack.What.REMARK, Lack.What.PHOTO);
        assertThat(lacks(element(ItemState.DAMAGED, "Trou", false), true)).isEmpty();
    }

    @Test
    void whatIsMissingCannotBeSeenButIsSaid() {
        assertThat(lacks(element(ItemState.MISSING, null, true), false))
                .containsExactly(Lack.What.REMARK, Lack.What.PHOTO);
        assertThat(lacks(element(ItemState.MISSING, "Pas d’interphone", true), false))
                .isEmpty();
    }

    @Test
    void aMeterShowsANumberOrARemarkSaysWhyNot() {
        assertThat(lacks(item(ItemKind.METER, true, null, null, null, null, ANSWERED, null), false))
                .containsExactly(Lack.What.READING, Lack.What.PHOTO);
        assertThat(lacks(item(ItemKind.METER, true, null, "Sous clé", null, null, ANSWERED, null), false))
                .isEmpty();
        assertThat(lacks(item(ItemKind.METER, true, null, null, BigDecimal.TEN, null, ANSWERED, null), false))
                .containsExactly(Lack.What.PHOTO);
    }

    @Test
    void noKeyAtAllIsANumberToo() {
        assertThat(lacks(item(ItemKind.KEYS, false, null, null, null, null, ANSWERED, null), false))
                .containsExactly(Lack.What.QUANTITY);
        assertThat(lacks(item(ItemKind.KEYS, false, null, null, null, 0, ANSWERED, null), false))
                .isEmpty();
    }

    @Test
    void whatWasAskedForIsLackingUntilItIsTouchedAgain() {
        assertThat(lacks(item(ItemKind.ELEMENT, false, ItemState.GOOD, null, null, null, null, "De plus près"), false))
                .containsExactly(Lack.What.ASKED);
        assertThat(lacks(
                        item(ItemKind.ELEMENT, false, ItemState.GOOD, null, null, null, ANSWERED, "De plus près"),
                        false))
                .isEmpty();
    }
}
