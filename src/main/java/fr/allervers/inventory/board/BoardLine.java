package fr.allervers.inventory.board;

import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.inventory.settlement.ExitSettlement;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An inventory on the board.
 *
 * @param on the day it is sorted by: the deposit's once the exit is sealed, the keys' before
 * @param late whether that day has passed
 * @param settlement where the exit's settlement stands
 */
public record BoardLine(
        long id,
        InventoryKind kind,
        InventoryStatus status,
        boolean emergency,
        String tenant,
        String place,
        LocalDate keysOn,
        LocalDate on,
        boolean late,
        ExitSettlement.@Nullable Status settlement) {}
