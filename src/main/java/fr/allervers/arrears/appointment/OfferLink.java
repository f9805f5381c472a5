package fr.allervers.arrears.appointment;

import fr.allervers.links.LinkPurpose;
import org.springframework.stereotype.Component;

/** Links to book an appointment. They show the kind, the place and the time, and nothing of the tenant: no second factor. */
@Component
class OfferLink implements LinkPurpose {

    static final String PURPOSE = "appointment-offer";

    @Override
    public String key() {
        return PURPOSE;
    }

    @Override
    public String page() {
        return "rendez-vous";
    }
}
