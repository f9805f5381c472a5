package fr.allervers.inventory.template;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rooms and items by typology. A case copies them when it is opened: a change here changes no running case. */
@Component
@Transactional
public class InventoryTemplates {

    /** The wear grid's lines. */
    public static final List<String> MATERIALS = List.of(
            "PAINT",
            "FLOOR_HARD",
            "FLOOR_VINYL",
            "FLOOR_VINYL_WET",
            "ELECTRICITY",
            "PLUMBING",
            "HEATER",
            "HEATING",
            "IRONMONGERY",
            "JOINERY",
            "SHUTTER",
            "SINK",
            "BATH",
            "TAP",
            "WATER_HEATER",
            "BOILER");

    private static final String FALLBACK = "T3";
    private static final Set<String> KINDS = Set.of("ELEMENT", "METER", "KEYS");
    private static final int MOST_ITEMS = 200;
    private static final String SELECT =
            "select id, typology, room_position, room, position, kind, label, material, photo_required from inventory_template_item";

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;

    InventoryTemplates(JdbcClient jdbc, CurrentStaff currentStaff) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
    }

    /** The typologies that have a template. */
    @Transactional(readOnly = true)
    public List<String> typologies() {
        return jdbc.sql("select distinct typology from inventory_template_item order by typology")
                .query(String.class)
                .list();
    }

    /** The items of this typology's template, room by room; empty when it has none. */
    @Transactional(readOnly = true)
    public List<TemplateItem> of(String typology) {
        return jdbc.sql(SELECT + " where typology = ? order by room_position, position, id")
                .param(typology)
                .query(TemplateItem.class)
                .list();
    }

    /** The items that an inventory of this typology begins with: those of a T3 when its own has no template. */
    @Transactional(readOnly = true)
    public List<TemplateItem> toBegin(String typology) {
        var own = of(typology);
        return own.isEmpty() ? of(FALLBACK) : own;
    }

    /**
     * Adds an item at the end of its room, or a room at the end.
     *
     * @throws UserError when it is there already (409) or something of it cannot be
     */
    public void add(
            String typology, String room, String kind, String label, @Nullable String material, boolean photoRequired) {
        requireRight();
        if (!typology.matches("T[1-9]\\w{0,3}")
                || room.isBlank()
                || room.length() > 60
                || label.isBlank()
                || label.length() > 80
                || !KINDS.contains(kind)
                || (material != null && !MATERIALS.contains(material))) {
            throw new UserError("inventory.error.template-item");
        }
        if (of(typology).size() >= MOST_ITEMS) {
            throw new UserError("inventory.error.template-full");
        }
        try {
            jdbc.sql("""
                            insert into inventory_template_item (typology, room_position, room, position, kind, label, material, photo_required)
                            select :typology,
                                   coalesce((select max(i.room_position) from inventory_template_item i where i.typology = :typology and i.room = :room),
                                            (select coalesce(max(i.room_position), 0) + 1 from inventory_template_item i where i.typology = :typology)),
                                   :room, (select coalesce(max(i.position), 0) + 1 from inventory_template_item i where i.typology = :typology and i.room = :room),
                                   :kind, :label, :material, :photo
                            """)
                    .param("typology", typology)
                    .param("room", room.strip())
                    .param("kind", kind)
                    .param("label", label.strip())
                    .param("material", material)
                    .param("photo", photoRequired)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.template-twice");
        }
    }

    /** Takes an item out. */
    public void remove(String typology, long itemId) {
        requireRight();
        jdbc.sql("delete from inventory_template_item where id = ? and typology = ?")
                .params(itemId, typology)
                .update();
    }

    /** Asks for a photo of an item, or no longer. */
    public void askPhoto(String typology, long itemId, boolean asked) {
        requireRight();
        jdbc.sql("update inventory_template_item set photo_required = ? where id = ? and typology = ?")
                .params(asked, itemId, typology)
                .update();
    }

    private void requireRight() {
        if (!currentStaff.require().isAny(Role.SUPERVISOR, Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Supervisors and administrators change templates");
        }
    }
}
