package fr.allervers.inventory.board.web;

import fr.allervers.inventory.board.Board;
import fr.allervers.inventory.board.BoardFilter;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « États des lieux » : what is due, the soonest first. */
@Controller
class BoardController {

    private final Board board;
    private final CurrentStaff currentStaff;

    BoardController(Board board, CurrentStaff currentStaff) {
        this.board = board;
        this.currentStaff = currentStaff;
    }

    @GetMapping("/etats-des-lieux")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(
            @RequestParam(name = "vue", defaultValue = "ALL") String view,
            @RequestParam(name = "apres", required = false) @Nullable String after,
            Model model) {
        var filter = Arrays.stream(BoardFilter.values())
                .filter(one -> one.name().equals(view))
                .findFirst()
                .orElse(BoardFilter.ALL);
        model.addAttribute("filter", filter);
        model.addAttribute("counts", board.counts());
        model.addAttribute("lines", board.page(filter, after));
        model.addAttribute("settings", currentStaff.require().isAny(Role.SUPERVISOR, Role.ADMINISTRATOR));
        return "inventory/board";
    }
}
