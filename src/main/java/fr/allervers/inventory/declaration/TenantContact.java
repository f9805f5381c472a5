package fr.allervers.inventory.declaration;

import fr.allervers.links.PublicLinks;
import fr.allervers.workflow.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tenant's link, given anew by hand: a telephone was lost, or the birth date was guessed wrongly too often. */
@Component
@Transactional
public class TenantContact {

    private final Inventories inventories;
    private final InventoryMessages messages;
    private final InventoryDiary diary;
    private final PublicLinks links;

    TenantContact(Inventories inventories, InventoryMessages messages, InventoryDiary diary, PublicLinks links) {
        this.inventories = inventories;
        this.messages = messages;
        this.diary = diary;
        this.links = links;
    }

    /** Ends all links given for the inventory and sends another. */
    public void sendNewLink(long id) {
        var of = inventories.requireMine(id);
        links.revoke(InventoryLink.PURPOSE, id);
        diary.note(of, Timeline.Kind.DECISION, "links-revoked");
        messages.writeAgain(of, of.kind() == InventoryKind.ENTRY ? "inventory-entry" : "inventory-exit");
    }
}
