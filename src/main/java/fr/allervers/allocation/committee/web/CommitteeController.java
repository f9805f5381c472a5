package fr.allervers.allocation.committee.web;

import fr.allervers.allocation.committee.Capacity;
import fr.allervers.allocation.committee.Committee;
import fr.allervers.allocation.committee.Committees;
import fr.allervers.allocation.committee.Member;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.tenancy.Agencies;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who sits in which committee. */
@Controller
@RequestMapping("/commissions/composition")
class CommitteeController {

    private final Committees committees;
    private final Agencies agencies;
    private final StaffDirectory staff;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    CommitteeController(
            Committees committees, Agencies agencies, StaffDirectory staff, CurrentStaff currentStaff, Clock clock) {
        this.committees = committees;
        this.agencies = agencies;
        this.staff = staff;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** A committee as its page shows it. */
    record Shown(Committee committee, List<Member> members) {

        public long six() {
            return members.stream()
                    .filter(member -> member.capacity().ofTheSix() && member.substituteOf() == null)
                    .count();
        }

        public long tenants() {
            return members.stream()
                    .filter(member -> member.capacity() == Capacity.TENANTS && member.substituteOf() == null)
                    .count();
        }

        public List<Member> titular() {
            return members.stream()
                    .filter(member -> member.substituteOf() == null)
                    .toList();
        }

        public List<Member> eligible() {
            return titular().stream()
                    .filter(member -> member.capacity().ofTheSix())
                    .toList();
        }
    }

    @GetMapping
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(Model model) {
        model.addAttribute(
                "committees",
                committees.mine().stream()
                        .map(one -> new Shown(one, committees.members(one.id())))
                        .toList());
        model.addAttribute("agencies", agencies.all());
        model.addAttribute("agencyNames", agencies.byId());
        model.addAttribute("capacities", Capacity.values());
        model.addAttribute("people", staff.withRole(Role.COMMITTEE_MEMBER, null));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("whole", currentStaff.require().allAgencies());
        return "allocation/committees";
    }

    @PostMapping
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String add(
            @RequestParam("nom") String name,
            @RequestParam(name = "agence", required = false) @Nullable Long agencyId,
            RedirectAttributes after) {
        committees.add(name, agencyId);
        return saved(after);
    }

    @PostMapping("/{id}/membres")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String addMember(
            @PathVariable long id,
            @RequestParam("personne") long staffId,
            @RequestParam("qualite") Capacity capacity,
            @RequestParam(name = "communes", defaultValue = "") String places,
            @RequestParam(name = "reservataire", required = false) @Nullable String holder,
            @RequestParam(name = "suppleant", required = false) @Nullable Long substituteOf,
            @RequestParam("depuis") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            RedirectAttributes after) {
        committees.addMember(
                id,
                staffId,
                capacity,
                codes(places),
                holder == null || holder.isBlank() ? null : holder,
                substituteOf,
                from);
        return saved(after);
    }

    private static Set<String> codes(String places) {
        return Arrays.stream(places.split("[,;\\s]+"))
                .map(String::strip)
                .filter(code -> code.matches("[0-9A-Z]{5}"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @PostMapping("/{id}/membres/{memberId}/fin")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String endMember(@PathVariable long id, @PathVariable long memberId, RedirectAttributes after) {
        committees.endMember(id, memberId);
        return saved(after);
    }

    @PostMapping("/{id}/presidence")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String elect(
            @PathVariable long id,
            @RequestParam("membre") long memberId,
            @RequestParam("le") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            RedirectAttributes after) {
        committees.electPresident(id, memberId, on);
        return saved(after);
    }

    private static String saved(RedirectAttributes after) {
        after.addFlashAttribute("notice", "committee.saved");
        return "redirect:/commissions/composition";
    }
}
