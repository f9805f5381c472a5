package fr.allervers.inventory.declaration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Says what an inventory lacks before it can be sent. */
public final class CompletenessPolicy {

    private CompletenessPolicy() {}

    /**
     * What is missing, item by item in their order; empty when it can be sent.
     *
     * @param withPhoto the items of which a whole photo is held
     */
    public static List<Lack> lacks(Collection<Item> items, Set<Long> withPhoto) {
        var lacks = new ArrayList<Lack>();
        for (var item : items) {
            of(item, withPhoto.contains(item.id()), lacks);
        }
        return lacks;
    }

    private static void of(Item item, boolean photographed, List<Lack> lacks) {
        switch (item.kind()) {
            case ELEMENT -> {
                if (item.state() == null) {
                    lacks.add(new Lack(item.id(), Lack.What.STATE));
                } else if (item.state().needsRemark() && isBlank(item.remark())) {
                    lacks.add(new Lack(item.id(), Lack.What.REMARK));
                }
            }
            case METER -> {
                if (item.reading() == null && isBlank(item.remark())) {
                    lacks.add(new Lack(item.id(), Lack.What.READING));
                }
            }
            case KEYS -> {
                if (item.quantity() == null) {
                    lacks.add(new Lack(item.id(), Lack.What.QUANTITY));
                }
            }
        }
        if (item.needsPhoto() && !photographed && !explained(item)) {
            lacks.add(new Lack(item.id(), Lack.What.PHOTO));
        }
        if (item.asked() != null && item.answeredAt() == null) {
            lacks.add(new Lack(item.id(), Lack.What.ASKED));
        }
    }

    /** A meter out of reach, or something that is not there, cannot be photographed: its remark says so. */
    private static boolean explained(Item item) {
        return !isBlank(item.remark())
                && (item.state() == ItemState.MISSING || (item.kind() == ItemKind.METER && item.reading() == null));
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
