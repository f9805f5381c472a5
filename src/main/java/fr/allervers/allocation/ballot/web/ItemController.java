package fr.allervers.allocation.ballot.web;

import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.ballot.BallotRefused;
import fr.allervers.allocation.ballot.CastBallot;
import fr.allervers.allocation.ballot.DecisionReason;
import fr.allervers.allocation.ballot.ItemActs;
import fr.allervers.allocation.ballot.Refusal;
import fr.allervers.allocation.ballot.VoteOpening;
import fr.allervers.allocation.ballot.Voting;
import fr.allervers.allocation.count.Mark;
import fr.allervers.allocation.session.ItemTalk;
import fr.allervers.allocation.session.PresidentTasks;
import fr.allervers.allocation.session.SessionCourse;
import fr.allervers.documents.DocumentStore;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An item: the dossier, the debate, the ballot, the result. {@code noms=non} hides the candidates' names on the screen. */
@Controller
@RequestMapping("/commissions/points/{id}")
class ItemController {

    private final ItemDesk desk;
    private final Voting voting;
    private final VoteOpening opening;
    private final ItemActs acts;
    private final ItemTalk talk;
    private final SessionCourse course;
    private final PresidentTasks president;
    private final Candidacies candidacies;
    private final DocumentStore documents;
    private final CurrentStaff currentStaff;

    ItemController(
            ItemDesk desk,
            Voting voting,
            VoteOpening opening,
            ItemActs acts,
            ItemTalk talk,
            SessionCourse course,
            PresidentTasks president,
            Candidacies candidacies,
            DocumentStore documents,
            CurrentStaff currentStaff) {
        this.desk = desk;
        this.voting = voting;
        this.opening = opening;
        this.acts = acts;
        this.talk = talk;
        this.course = course;
        this.president = president;
        this.candidacies = candidacies;
        this.documents = documents;
        this.currentStaff = currentStaff;
    }

    @GetMapping
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(@PathVariable long id, @RequestParam(name = "noms", defaultValue = "oui") String names, Model model) {
        return show(id, names, null, model);
    }

    private String show(long id, String names, @Nullable List<Mark> typed, Model model) {
        var page = desk.page(id, currentStaff.require());
        var marks = typed != null
                ? typed
                : page.own() == null ? List.<Mark>of() : page.own().ballot().marks();
        model.addAttribute("page", page);
        model.addAttribute("marks", new Marks(marks));
        model.addAttribute("named", !"non".equals(names));
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute(
                "reasons",
                Arrays.stream(DecisionReason.values())
                        .filter(DecisionReason::chosen)
                        .toList());
        model.addAttribute("refused", page.chairs() && page.item().state().isClosed() ? voting.refused(id) : List.of());
        return "allocation/item";
    }

    /** Quorum, phase and time left, asked for again and again by an open page, which says what state it shows. */
    @GetMapping("/etat")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String state(@PathVariable long id, @RequestParam(name = "vu", defaultValue = "") String seen, Model model) {
        var live = desk.live(id);
        model.addAttribute("live", live);
        model.addAttribute("itemId", id);
        model.addAttribute("moved", !seen.isEmpty() && !seen.equals(live.state() + "-" + live.suspended()));
        return "allocation/item-live :: live";
    }

    @PostMapping("/bulletin")
    @RolesAllowed(Roles.COMMITTEE_MEMBER)
    String cast(
            @PathVariable long id,
            @RequestParam("cle") String key,
            @RequestParam(name = "pour", required = false) @Nullable Long forVoter,
            @RequestParam(name = "noms", defaultValue = "oui") String names,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var marks = BallotForm.marks(sent);
        try {
            voting.cast(id, new CastBallot(key, forVoter, marks.orElseThrow(() -> voting.malformed(id))));
        } catch (BallotRefused refused) {
            if (refused.reason() != Refusal.MALFORMED) {
                throw refused;
            }
            // What was chosen stays on the page.
            model.addAttribute("fault", refused.messageKey());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(id, names, marks.orElse(null), model);
        }
        after.addFlashAttribute("notice", "allocation.session.done.cast");
        return "redirect:/commissions/points/" + id + ("non".equals(names) ? "?noms=non" : "");
    }

    @PostMapping("/mot")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String say(@PathVariable long id, @RequestParam(name = "mots", defaultValue = "") String words) {
        talk.say(id, words);
        return "redirect:/commissions/points/" + id + "#echanges";
    }

    @PostMapping("/deport")
    @RolesAllowed(Roles.COMMITTEE_MEMBER)
    String recuse(@PathVariable long id, @RequestParam(name = "motif", defaultValue = "") String reason) {
        return after(id, () -> acts.recuse(id, reason));
    }

    @PostMapping("/renvoi")
    @RolesAllowed(Roles.COMMITTEE_MEMBER)
    String refer(@PathVariable long id, @RequestParam(name = "motif", defaultValue = "") String reason) {
        return after(id, () -> acts.refer(id, reason));
    }

    @PostMapping("/debat")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String debate(@PathVariable long id, @RequestParam(name = "minutes", defaultValue = "0") int minutes) {
        return after(id, () -> course.openDebate(id, minutes));
    }

    @PostMapping("/vote")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String vote(@PathVariable long id) {
        return after(id, () -> opening.call(id));
    }

    @PostMapping("/signer")
    @RolesAllowed(Roles.COMMITTEE_MEMBER)
    String sign(@PathVariable long id) {
        return after(id, () -> president.signDecision(id));
    }

    @PostMapping("/quorum")
    @RolesAllowed(Roles.COMMITTEE_MEMBER)
    String withoutQuorum(@PathVariable long id, @RequestParam MultiValueMap<String, String> raw) {
        return after(id, () -> {
            if (!president.withoutQuorum(id, Map.copyOf(raw)).accepted()) {
                throw new UserError("allocation.session.error.quorum-form");
            }
        });
    }

    @GetMapping("/photos/{fileId}")
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    ResponseEntity<InputStreamResource> photo(@PathVariable long id, @PathVariable long fileId) {
        var page = desk.page(id, currentStaff.require());
        if (!candidacies.dwelling(page.item().offeredDwellingId()).visitPhotos().contains(fileId)) {
            throw new UserError(HttpStatus.NOT_FOUND, "allocation.session.error.unknown-item");
        }
        var file = documents.require(fileId);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .contentLength(file.size())
                .body(new InputStreamResource(documents.open(fileId)));
    }

    private static String after(long id, Runnable act) {
        Retry.onConflict(act);
        return "redirect:/commissions/points/" + id;
    }
}
