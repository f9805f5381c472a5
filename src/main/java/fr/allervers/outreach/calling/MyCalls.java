package fr.allervers.outreach.calling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The caller's home: what they hold, whom they promised to call back, what they did this week. */
@Component
public class MyCalls {

    /** A household held. */
    public record Held(
            long callId,
            String household,
            String commune,
            int attempts,
            Instant heldUntil,
            @Nullable Grade grade) {}

    /** A call promised. */
    public record CallBack(long callId, String household, Instant at) {}

    /** This week's figures. */
    public record MyFigures(int calls, int households, int reached) {}

    /** A campaign in which households wait for this caller. */
    public record OpenCampaign(long id, String name, int toCall) {}

    /** The whole page. */
    public record View(List<Held> held, List<CallBack> callBacks, List<OpenCampaign> campaigns, MyFigures thisWeek) {}

    public View view() {
        throw new UnsupportedOperationException();
    }
}
