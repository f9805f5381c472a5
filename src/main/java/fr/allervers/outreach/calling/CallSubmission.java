package fr.allervers.outreach.calling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as the caller notes it.
 *
 * @param key made by the page when it opens; the same key sent again is the same call
 * @param phone the number dialled, E.164
 * @param answers to the interview guide as the browser sent them; read only when somebody was reached
 * @param note at most 280 characters, nothing about health
 * @param grade the caller's own judgement; none: as computed
 * @param gradeChangeReason needed to judge lower than computed
 * @param callBackAt when they want to be called back
 * @param language ISO 639-1 code of the language they speak
 */
public record CallSubmission(
        String key,
        @Nullable String phone,
        Disposition disposition,
        Map<String, List<String>> answers,
        @Nullable String note,
        @Nullable Grade grade,
        @Nullable String gradeChangeReason,
        @Nullable Instant callBackAt,
        @Nullable String language) {}
