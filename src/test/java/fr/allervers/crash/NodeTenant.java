package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A tenant of the ground's who moves in and was sent the link of their inventory.
 *
 * @param item the first item of the inventory
 */
record NodeTenant(String token, long item) {

    private static final String BIRTH = "1945-03-01";
    private static final Pattern INVENTORY = Pattern.compile("/etats-des-lieux/(\\d+)$");

    /** Has somebody who may do so open the inventory of this household. */
    static NodeTenant movingIn(Ground ground, Node.Person supervisor, long householdId)
            throws IOException, InterruptedException {
        var answer = supervisor.post(
                "/etats-des-lieux",
                "/etats-des-lieux",
                Map.of(
                        "foyer",
                        Long.toString(householdId),
                        "sorte",
                        "ENTRY",
                        "cles",
                        LocalDate.now().plusDays(3).toString()));
        var id = INVENTORY.matcher(answer.uri().getPath());
        assertThat(id.find()).as(answer.body()).isTrue();
        return new NodeTenant(
                ground.inventoryLink(Long.parseLong(id.group(1))),
                ground.count("select min(id) from inventory_item where inventory_id = " + id.group(1)));
    }

    NodePhone phone(Node node) throws IOException, InterruptedException {
        return new NodePhone(node, token, BIRTH);
    }
}
