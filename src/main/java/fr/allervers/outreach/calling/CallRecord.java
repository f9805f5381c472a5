package fr.allervers.outreach.calling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.allervers.shared.sealed.ValueSealing;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What calls leave in the tables beside the call itself: attempts, needs, testimonies, drafts. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CallRecord {

    private static final String ANSWERS = "call_attempt.answers";
    private static final String NOTE = "call_attempt.note";
    private static final String DRAFT = "call_draft.answers";
    private static final TypeReference<Map<String, List<String>>> RAW = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ValueSealing sealing;
    private final ObjectMapper json;
    private final Clock clock;

    CallRecord(JdbcClient jdbc, ValueSealing sealing, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    /** Which call of whom was noted with this key. */
    record Noted(long callId, long callerId) {}

    Optional<Noted> noted(String key) {
        return jdbc.sql("select call_id, caller_id from call_attempt where submission = ?")
                .param(key)
                .query(Noted.class)
                .optional();
    }

    void attempt(
            long callId,
            long callerId,
            CallSubmission sent,
            @Nullable String phone,
            @Nullable String note,
            Map<String, Object> answers,
            @Nullable Graded given,
            @Nullable Graded computed) {
        jdbc.sql("""
                        insert into call_attempt (call_id, caller_id, submission, phone, at, disposition, answers, note, grade, computed_grade, grade_change_reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        callId,
                        callerId,
                        sent.key(),
                        phone,
                        clock.instant(),
                        sent.disposition().name(),
                        answers.isEmpty() ? null : sealing.seal(ANSWERS, write(answers)),
                        sealing.seal(NOTE, note),
                        given == null ? null : given.grade().name(),
                        computed == null ? null : computed.grade().name(),
                        given == null || computed == null || given.grade() == computed.grade()
                                ? null
                                : sent.gradeChangeReason()))
                .update();
        jdbc.sql("delete from call_draft where call_id = ?").param(callId).update();
    }

    void needs(long callId, List<String> needs) {
        for (var need : needs) {
            jdbc.sql("insert ignore into call_need (call_id, need) values (?, ?)")
                    .params(callId, need)
                    .update();
        }
    }

    void testimony(long callId, @Nullable Long campaignId, String words) {
        jdbc.sql("""
                        insert into testimony (call_id, campaign_id, words, at) values (?, ?, ?, ?)
                        on duplicate key update words = values(words), at = values(at)
                        """)
                .params(Arrays.asList(callId, campaignId, words, clock.instant()))
                .update();
    }

    /** What a third party told, when the call comes from an alert. */
    Optional<String> alert(long callId) {
        return jdbc.sql("select household_id, facts from third_party_alert where call_id = ?")
                .param(callId)
                .query((row, number) ->
                        sealing.openText(ThirdPartyAlerts.FACTS + row.getLong("household_id"), row.getString("facts")))
                .optional();
    }

    List<AttemptView> attempts(long callId) {
        return jdbc.sql("""
                        select a.at, s.display_name as caller_name, a.disposition, a.grade, a.note
                          from call_attempt a join staff_member s on s.id = a.caller_id
                         where a.call_id = ? order by a.at desc, a.id desc limit 50
                        """).param(callId).query(AttemptView.class).list().stream()
                .map(attempt -> attempt.withNote(sealing.open(NOTE, attempt.note())))
                .toList();
    }

    void saveDraft(long callId, long callerId, Map<String, List<String>> raw) {
        jdbc.sql("""
                        insert into call_draft (call_id, caller_id, answers, saved_at) values (?, ?, ?, ?)
                        on duplicate key update answers = values(answers), saved_at = values(saved_at)
                        """)
                .params(callId, callerId, sealing.seal(DRAFT, write(raw)), clock.instant())
                .update();
    }

    Map<String, List<String>> draft(long callId, long callerId) {
        return jdbc.sql("select answers from call_draft where call_id = ? and caller_id = ?")
                .params(callId, callerId)
                .query(String.class)
                .optional()
                .map(draft -> read(sealing.openText(DRAFT, draft)))
                .orElse(Map.of());
    }

    private Map<String, List<String>> read(String text) {
        try {
            return json.readValue(text, RAW);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Answers cannot be written", e);
        }
    }
}
