package fr.allervers.inventory.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.inventory.Phone;
import fr.allervers.inventory.Tenancy;
import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.inventory.declaration.Item;
import fr.allervers.inventory.declaration.ItemAnswer;
import fr.allervers.inventory.declaration.ItemKind;
import fr.allervers.inventory.declaration.ItemState;
import fr.allervers.inventory.review.Reviews;
import fr.allervers.shared.web.UserError;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the landlord does with a declaration: asks for more, contests it, makes it on the spot. */
@ApplicationTest
class InventoryReviewTest {

    @Autowired
    Course course;

    @Autowired
    Inventories inventories;

    @Autowired
    Reviews reviews;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    private Tenancy of;

    @BeforeEach
    void aTenant() {
        of = course.since(LocalDate.of(2026, 11, 27));
    }

    @AfterEach
    void over() {
        course.over();
    }

    @Test
    void moreIsAskedForItemByItemAndOnlyThoseComeBack() throws Exception {
        var id = of.open(InventoryKind.ENTRY, 10);
        var items = of.items(id);
        course.phone(of, id).declare(items);
        people.signIn(of.manager);
        reviews.ask(
                id,
                Map.of(
                        items.get(1).id(),
                        "Une photo du coin, s’il vous plaît",
                        items.get(2).id(),
                        " "));
        assertThat(course.status(id)).isEqualTo(InventoryStatus.ASKED);
        assertThat(course.messages(id, "more/1")).isEqualTo(1);
        var phone = course.phone(of, id);
        assertThat(phone.snapshot().path("items").size()).isEqualTo(1);
        assertThat(phone.answer(Phone.key(), items.get(0).id(), Map.of("state", "NEW"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(phone.sendWhole(Phone.key()).getStatus()).isEqualTo(409);
        phone.answer(Phone.key(), items.get(1).id(), Map.of("state", "WORN", "remark", "Coin écaillé"));
        assertThat(phone.sendWhole(Phone.key()).getStatus()).isEqualTo(200);
        assertThat(course.isOpen(id, "review-inventory")).isTrue();
    }

    @Test
    void aContestedDeclarationIsMadeOnTheSpotOrByABailiff() throws Exception {
        var id = of.open(InventoryKind.ENTRY, 10);
        course.phone(of, id).declare(of.items(id));
        people.signIn(of.manager);
        reviews.contest(id, false, "Les photos ne montrent pas le logement");
        assertThat(course.isOpen(id, "visit-inventory")).isTrue();
        assertThat(course.status(id)).isEqualTo(InventoryStatus.ON_SITE);
        course.complete(of, id, "visit-inventory", Map.of("outcome", List.of("BAILIFF")));
        assertThat(course.isOpen(id, "follow-bailiff")).isTrue();
        clock.advance(Duration.ofDays(9));
        // Its dates alone are no report: the file is what binds.
        assertThatThrownBy(() -> course.complete(of, id, "follow-bailiff", Map.of("outcome", List.of("FILED"))))
                .isInstanceOf(UserError.class);
        assertThat(course.status(id)).isEqualTo(InventoryStatus.ON_SITE);
    }

    @Test
    void anInventoryMadeByBothIsSignedByBoth() {
        var id = of.open(InventoryKind.ENTRY, 10);
        inventories.makeJointly(id, "Le locataire préfère");
        assertThat(course.isOpen(id, "visit-inventory")).isTrue();
        assertThatThrownBy(() -> course.complete(of, id, "visit-inventory", Map.of("outcome", List.of("DONE"))))
                .isInstanceOf(UserError.class);
        for (var item : of.items(id)) {
            reviews.write(id, item.id(), seen(item));
        }
        course.complete(of, id, "visit-inventory", Map.of("outcome", List.of("DONE")));
        course.sign(of, id);
    }

    private static ItemAnswer seen(Item item) {
        return new ItemAnswer(
                item.kind() == ItemKind.ELEMENT ? ItemState.GOOD : null,
                null,
                null,
                item.kind() == ItemKind.METER ? BigDecimal.TEN : null,
                item.kind() == ItemKind.KEYS ? 2 : null);
    }
}
