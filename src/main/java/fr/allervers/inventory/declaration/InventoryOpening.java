package fr.allervers.inventory.declaration;

import fr.allervers.inventory.template.InventoryTemplates;
import fr.allervers.inventory.template.TemplateItem;
import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the rows of an inventory and begins its process. Asks for no right. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InventoryOpening {

    private static final Set<String> SPOKEN = Set.of("fr", "en", "pt", "ar");

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final InventoryRows rows;
    private final InventoryTemplates templates;
    private final InventoryDiary diary;
    private final Cases cases;
    private final Clock clock;

    InventoryOpening(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            InventoryRows rows,
            InventoryTemplates templates,
            InventoryDiary diary,
            Cases cases,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.rows = rows;
        this.templates = templates;
        this.diary = diary;
        this.cases = cases;
        this.clock = clock;
    }

    private record Place(
            long leaseId,
            long dwellingId,
            long householdId,
            long agencyId,
            String typology,
            String language,
            LocalDate startsOn) {}

    /** The inventory of this kind of the lease; the one that there is already, when there is one. */
    long open(InventoryKind kind, long leaseId, LocalDate keysOn, boolean emergency, String by) {
        var before = rows.ofLease(leaseId, kind);
        if (before.isPresent()) {
            return before.get().id();
        }
        var place = place(leaseId);
        var previous =
                kind == InventoryKind.EXIT ? rows.ofLease(leaseId, InventoryKind.ENTRY) : rows.lastOf(place.dwellingId);
        long id;
        try {
            id = insert(
                    kind, place, keysOn, emergency, previous.map(Inventory::id).orElse(null), by);
        } catch (DuplicateKeyException quicker) {
            return rows.ofLease(leaseId, kind).orElseThrow().id();
        }
        copyItems(id, kind, place, previous.orElse(null));
        var of = rows.require(id);
        diary.note(of, Timeline.Kind.DECISION, "opened." + kind);
        cases.start(new CaseRef(Inventory.PROCESS, id), Map.of());
        return id;
    }

    private Place place(long leaseId) {
        return jdbc.sql("""
                        select l.id as lease_id, l.dwelling_id, l.household_id, b.agency_id, d.typology, h.language, l.starts_on
                          from lease l join dwelling d on d.id = l.dwelling_id join building b on b.id = d.building_id join household h on h.id = l.household_id
                         where l.id = ?
                        """)
                .param(leaseId)
                .query(Place.class)
                .optional()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "inventory.error.lease"));
    }

    private long insert(
            InventoryKind kind, Place place, LocalDate keysOn, boolean emergency, @Nullable Long previous, String by) {
        var id = new GeneratedKeyHolder();
        batch.update(
                """
                insert into inventory (kind, lease_id, dwelling_id, household_id, agency_id, typology, status, emergency, language, keys_on, lease_starts_on, previous_id, grid_id, opened_at, opened_by)
                select :kind, :lease, :dwelling, :household, :agency, :typology, 'OPEN', :emergency, :language, :keys, :starts, :previous,
                       coalesce((select p.grid_id from inventory p where p.id = :previous and p.lease_id = :lease),
                                (select g.id from wear_grid g where g.valid_from <= :starts order by g.valid_from desc limit 1)), :at, :by
                """,
                new MapSqlParameterSource("kind", kind.name())
                        .addValue("lease", place.leaseId)
                        .addValue("dwelling", place.dwellingId)
                        .addValue("household", place.householdId)
                        .addValue("agency", place.agencyId)
                        .addValue("typology", place.typology)
                        .addValue("emergency", emergency)
                        .addValue("language", SPOKEN.contains(place.language) ? place.language : "fr")
                        .addValue("keys", keysOn)
                        .addValue("starts", place.startsOn)
                        .addValue("previous", previous)
                        .addValue("at", clock.instant())
                        .addValue("by", by),
                id,
                new String[] {"id"});
        return java.util.Objects.requireNonNull(id.getKey()).longValue();
    }

    /** An exit has the entry's own items; an entry the template's, each as the dwelling's last inventory left it. */
    private void copyItems(long id, InventoryKind kind, Place place, @Nullable Inventory previous) {
        var known = previous == null ? List.<Item>of() : rows.items(previous.id());
        if (kind == InventoryKind.EXIT && !known.isEmpty()) {
            insertItems(known.stream().map(item -> again(id, item)).toList());
            return;
        }
        var byPlace = new HashMap<String, Item>();
        known.forEach(item -> byPlace.put(item.room() + "\n" + item.label(), item));
        var repaired = repairs(place.dwellingId);
        insertItems(templates.toBegin(place.typology).stream()
                .map(item -> fresh(id, item, byPlace.get(item.room() + "\n" + item.label()), repaired))
                .toList());
    }

    private Map<String, LocalDate> repairs(long dwellingId) {
        var repaired = new HashMap<String, LocalDate>();
        jdbc.sql("select room, label, repaired_on from dwelling_repair where dwelling_id = ? order by repaired_on, id")
                .param(dwellingId)
                .query(row -> {
                    repaired.put(
                            row.getString("room") + "\n" + row.getString("label"),
                            row.getObject("repaired_on", LocalDate.class));
                });
        return repaired;
    }

    private static MapSqlParameterSource again(long id, Item item) {
        return row(
                id,
                item.roomPosition(),
                item.room(),
                item.position(),
                item.kind().name(),
                item.label(),
                item.material(),
                item.photoRequired(),
                item.id(),
                item.state(),
                item.remark(),
                item.installedOn());
    }

    private static MapSqlParameterSource fresh(
            long id, TemplateItem item, @Nullable Item before, Map<String, LocalDate> repaired) {
        var since = repaired.get(item.room() + "\n" + item.label());
        var isRepaired = since != null
                && (before == null || before.installedOn() == null || since.isAfter(before.installedOn()));
        return row(
                id,
                item.roomPosition(),
                item.room(),
                item.position(),
                item.kind(),
                item.label(),
                item.material(),
                item.photoRequired(),
                before == null ? null : before.id(),
                isRepaired ? ItemState.NEW : before == null ? null : before.state(),
                isRepaired || before == null ? null : before.remark(),
                isRepaired ? since : before == null ? null : before.installedOn());
    }

    private static MapSqlParameterSource row(
            long id,
            int roomPosition,
            String room,
            int position,
            String kind,
            String label,
            @Nullable String material,
            boolean photo,
            @Nullable Long previous,
            @Nullable ItemState state,
            @Nullable String remark,
            @Nullable LocalDate installedOn) {
        return new MapSqlParameterSource("id", id)
                .addValue("roomPosition", roomPosition)
                .addValue("room", room)
                .addValue("position", position)
                .addValue("kind", kind)
                .addValue("label", label)
                .addValue("material", material)
                .addValue("photo", photo)
                .addValue("previous", previous)
                .addValue("state", state == null ? null : state.name())
                .addValue("remark", remark)
                .addValue("installed", installedOn);
    }

    private void insertItems(List<MapSqlParameterSource> items) {
        batch.batchUpdate("""
                insert into inventory_item (inventory_id, room_position, room, position, kind, label, material, photo_required, previous_item_id, start_state, start_remark, installed_on)
                values (:id, :roomPosition, :room, :position, :kind, :label, :material, :photo, :previous, :state, :remark, :installed)
                """, items.toArray(SqlParameterSource[]::new));
    }
}
