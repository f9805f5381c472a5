package fr.allervers.messaging.web;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Oppositions.Scope;
import fr.allervers.messaging.choice.ContactChoices;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps what a household does not want to be sent. */
@Controller
@RolesAllowed({Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR, Roles.DIRECTOR, Roles.FIELD_MANAGER, Roles.RENT_OFFICER})
class ContactChoicesController {

    private final ContactChoices choices;

    ContactChoicesController(ContactChoices choices) {
        this.choices = choices;
    }

    @PostMapping("/messages/foyers/{household:\\d+}/refus")
    String refuse(
            @PathVariable long household,
            @RequestParam("moyen") Channel channel,
            @RequestParam("etendue") Scope scope,
            @RequestParam(name = "dit", defaultValue = "true") boolean told) {
        choices.refuse(household, channel, scope, told);
        return "redirect:/locataires/" + household + "#choix";
    }

    @PostMapping("/messages/foyers/{household:\\d+}/refus/{id:\\d+}/lever")
    String accept(@PathVariable long household, @PathVariable long id) {
        choices.accept(household, id);
        return "redirect:/locataires/" + household + "#choix";
    }
}
