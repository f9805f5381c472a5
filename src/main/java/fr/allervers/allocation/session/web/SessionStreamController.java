package fr.allervers.allocation.session.web;

import fr.allervers.allocation.session.AllocationSessions;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells an open page of a session, or of one of its items, that something in it has changed. */
@RestController
class SessionStreamController {

    private final SessionStreams streams;
    private final AllocationSessions sessions;

    SessionStreamController(SessionStreams streams, AllocationSessions sessions) {
        this.streams = streams;
        this.sessions = sessions;
    }

    @GetMapping(path = "/commissions/{id:\\d+}/flux", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @RolesAllowed({Roles.COMMITTEE_MEMBER, Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    SseEmitter stream(@PathVariable long id) {
        return streams.open(sessions.require(id).id());
    }
}
