package fr.allervers.kpi.web;

import fr.allervers.kpi.fact.FigureState;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells dashboards that figures have changed: as a stream, or on request where streams do not pass. */
@RestController
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
class FigureLiveController {

    private final FigureStreams streams;
    private final FigureState state;

    FigureLiveController(FigureStreams streams, FigureState state) {
        this.streams = streams;
        this.state = state;
    }

    @GetMapping(path = "/tableau/flux", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(@RequestParam("depuis") long version) {
        return streams.open(version);
    }

    @GetMapping("/tableau/nouveautes")
    Map<String, Long> version() {
        return Map.of("count", state.now().version());
    }
}
