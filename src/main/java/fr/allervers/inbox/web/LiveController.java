package fr.allervers.inbox.web;

import fr.allervers.inbox.InboxSignals;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.EveryRole;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** « 3 nouvelles tâches » : how many tasks arrived since the page was made ({@code depuis}), as a stream or on request. */
@RestController
@EveryRole
class LiveController {

    private final InboxStreams streams;
    private final InboxSignals signals;
    private final CurrentStaff currentStaff;

    LiveController(InboxStreams streams, InboxSignals signals, CurrentStaff currentStaff) {
        this.streams = streams;
        this.signals = signals;
        this.currentStaff = currentStaff;
    }

    @GetMapping(path = "/a-faire/flux", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(@RequestParam("depuis") long since) {
        return streams.open(currentStaff.require(), since);
    }

    @GetMapping("/a-faire/nouveautes")
    Map<String, Long> count(@RequestParam("depuis") long since) {
        return Map.of("count", Math.max(0, InboxSignals.serialOf(currentStaff.require(), signals.read()) - since));
    }
}
