package fr.allervers.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the log as the chain knows it. */
record Entry(
        long id,
        Instant at,
        String actor,
        @Nullable Long actorId,
        String act,
        String outcome,
        @Nullable String subjectKind,
        @Nullable Long subjectId,
        String route,
        @Nullable String detail,
        @Nullable String reference,
        @Nullable Long householdId,
        @Nullable Long agencyId,
        @Nullable Long seq,
        byte @Nullable [] hash) {

    static final String COLUMNS =
            "id, at, actor, actor_id, act, outcome, subject_kind, subject_id, route, detail, reference, household_id, agency_id, seq, hash";

    static Entry of(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                Objects.requireNonNull(row.getTimestamp("at")).toInstant(),
                row.getString("actor"),
                row.getObject("actor_id", Long.class),
                row.getString("act"),
                row.getString("outcome"),
                row.getString("subject_kind"),
                row.getObject("subject_id", Long.class),
                row.getString("route"),
                row.getString("detail"),
                row.getString("reference"),
                row.getObject("household_id", Long.class),
                row.getObject("agency_id", Long.class),
                row.getObject("seq", Long.class),
                row.getBytes("hash"));
    }

    Entry concerning(Concerned what) {
        return new Entry(
                id,
                at,
                actor,
                actorId,
                act,
                outcome,
                subjectKind,
                subjectId,
                route,
                detail,
                reference,
                what.householdId(),
                what.agencyId(),
                seq,
                hash);
    }

    /** Its hash at this place of the chain. */
    byte[] hash(byte[] before, long place) {
        return Chain.hash(before, fields(place));
    }

    private List<@Nullable Object> fields(long place) {
        return Arrays.asList(
                place,
                id,
                at.toEpochMilli(),
                actor,
                actorId,
                act,
                outcome,
                subjectKind,
                subjectId,
                route,
                detail,
                reference,
                householdId,
                agencyId);
    }
}
