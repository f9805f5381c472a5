package fr.allervers.inbox.web;

import fr.allervers.inbox.CaseDocuments;
import fr.allervers.inbox.CaseKinds;
import fr.allervers.inbox.CasePages;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.EveryRole;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Diagrams;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A case: what matters now, who does what next, everything that happened, where it stands in its process. */
@Controller
@RequestMapping("/dossiers/{kind}/{id}")
@EveryRole
class CasePageController {

    private final CasePages pages;
    private final CaseKinds kinds;
    private final CaseDocuments documents;
    private final Timeline timeline;
    private final Diagrams diagrams;
    private final TaskPanels panels;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    CasePageController(
            CasePages pages,
            CaseKinds kinds,
            CaseDocuments documents,
            Timeline timeline,
            Diagrams diagrams,
            TaskPanels panels,
            CurrentStaff currentStaff,
            Clock clock) {
        this.pages = pages;
        this.kinds = kinds;
        this.documents = documents;
        this.timeline = timeline;
        this.diagrams = diagrams;
        this.panels = panels;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String kind, @PathVariable long id, Model model) {
        var reader = currentStaff.require();
        var of = new CaseRef(kind, id);
        var card = pages.require(of);
        var open = pages.openTasks(of);
        var steps = diagrams.activeSteps(of);
        model.addAttribute("ref", of);
        model.addAttribute("card", card);
        model.addAttribute(
                "facts", kinds.find(kind).map(one -> one.facts(id, reader)).orElseThrow());
        model.addAttribute(
                "tasks", open.stream().map(item -> ListedTask.of(item, clock)).toList());
        model.addAttribute(
                "names",
                open.stream()
                        .flatMap(item -> java.util.stream.Stream.ofNullable(item.assignee()))
                        .distinct()
                        .collect(Collectors.toMap(name -> name, panels::nameOf)));
        model.addAttribute("entries", timeline.ofCase(of, TaskPanels.readsSocial(reader)));
        model.addAttribute("steps", steps);
        model.addAttribute("active", steps.stream().map(Diagrams.Step::id).collect(Collectors.joining(",")));
        model.addAttribute("documents", documents.list(of));
        model.addAttribute("mayAdd", pages.mayWork(of));
        model.addAttribute("largest", CaseDocuments.LARGEST >> 20);
        return "inbox/case";
    }

    @GetMapping(path = "/schema.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> diagram(@PathVariable String kind, @PathVariable long id) {
        var of = new CaseRef(kind, id);
        pages.require(of);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(diagrams.xml(of));
    }
}
