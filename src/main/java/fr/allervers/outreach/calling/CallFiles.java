package fr.allervers.outreach.calling;

import fr.allervers.outreach.calling.CallerProfiles.CallerProfile;
import fr.allervers.outreach.campaign.CallCampaigns;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a caller files: households held for the campaign's hours, within what the caller can do in a week. */
@Component
@Transactional
class CallFiles {

    private final JdbcClient jdbc;
    private final CallQueue queue;
    private final CallTask task;
    private final CallCampaigns campaigns;
    private final CallWeek week;
    private final Clock clock;

    CallFiles(JdbcClient jdbc, CallQueue queue, CallTask task, CallCampaigns campaigns, CallWeek week, Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.task = task;
        this.campaigns = campaigns;
        this.week = week;
        this.clock = clock;
    }

    /** What this caller can do in this campaign. */
    CallerProfile within(long campaignId, CallerProfile own) {
        return own.within(campaigns.summary(campaignId).fileSize());
    }

    /** How many households the caller can still be given this week. */
    int left(CallerProfile profile) {
        return Math.max(
                0,
                profile.capacity()
                        - jdbc.sql(
                                        "select coalesce(sum(size), 0) from call_file where caller_id = ? and handed_at >= ? and handed_at < ?")
                                .params(profile.staffId(), week.start(), week.end())
                                .query(Integer.class)
                                .single());
    }

    /**
     * Gives the caller as many of these as are free still, and as the week allows, in files of the campaign's size or of
     * the caller's own when that is smaller.
     *
     * @return how many
     */
    int give(long campaignId, StaffMember caller, CallerProfile own, List<Long> wanted) {
        lock(own);
        var profile = within(campaignId, own);
        var free = new ArrayList<Given>();
        var left = left(profile);
        for (var id : wanted) {
            if (free.size() == left) {
                break;
            }
            if (queue.lockFree(id, caller.id())) {
                task.open(id).ifPresent(open -> free.add(new Given(id, open)));
            }
        }
        var until = clock.instant()
                .plus(Duration.ofHours(campaigns.summary(campaignId).holdHours()));
        for (var from = 0; from < free.size(); from += profile.fileSize()) {
            var part = free.subList(from, Math.min(free.size(), from + profile.fileSize()));
            var file = jdbc.sql("""
                            insert into call_file (campaign_id, caller_id, handed_at, expires_at, size) values (?, ?, ?, ?, ?) returning id
                            """)
                    .params(campaignId, caller.id(), clock.instant(), until, part.size())
                    .query(Long.class)
                    .single();
            for (var one : part) {
                queue.hold(one.callId(), caller.id(), until, file);
                task.give(one.taskId(), caller.username());
            }
        }
        return free.size();
    }

    private record Given(long callId, String taskId) {}

    /** Two hand-outs to one caller follow each other, so that the capacity holds. */
    private void lock(CallerProfile profile) {
        jdbc.sql(
                        "insert ignore into caller_profile (staff_id, files_per_week, file_size, languages) values (?, ?, ?, ?)")
                .params(
                        profile.staffId(),
                        profile.filesPerWeek(),
                        profile.fileSize(),
                        String.join(",", profile.languages()))
                .update();
        jdbc.sql("select staff_id from caller_profile where staff_id = ? for update")
                .param(profile.staffId())
                .query(Long.class)
                .single();
    }
}
