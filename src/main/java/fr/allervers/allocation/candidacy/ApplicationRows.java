package fr.allervers.allocation.candidacy;

import fr.allervers.shared.Texts;
import fr.allervers.shared.rows.RecordMapper;
import fr.allervers.shared.sealed.ValueSealing;
import fr.allervers.shared.web.UserError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of applications. */
@Component
class ApplicationRows {

    static final String SELECT = """
        select id, unique_number, agency_id, applied_on, civility, last_name, first_name, birth_date, email, mobile, address, postcode, commune,
               language, adults, children, disability as disabled, young_couple, resources_cents, tax_income_cents, tax_year, aid_cents, situation, priorities,
               dalo_on, communes, rooms, words, household_id, refusals, state, version from housing_application
        """;

    private static final String DISABILITY = "housing_application.disability/";
    private static final String WORDS = "housing_application.words/";
    private static final List<String> COLUMNS = List.of(
            "agency_id",
            "applied_on",
            "civility",
            "last_name",
            "first_name",
            "search_name",
            "birth_date",
            "email",
            "mobile",
            "address",
            "postcode",
            "commune",
            "language",
            "adults",
            "children",
            "disability",
            "young_couple",
            "resources_cents",
            "tax_income_cents",
            "tax_year",
            "aid_cents",
            "situation",
            "priorities",
            "dalo_on",
            "communes",
            "rooms",
            "words",
            "household_id");

    private final JdbcClient jdbc;
    private final ValueSealing sealing;
    private final Clock clock;
    private final RowMapper<HousingApplication> mapper;

    ApplicationRows(JdbcClient jdbc, ValueSealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
        this.mapper = new OpenedMapper(sealing);
    }

    HousingApplication require(long id) {
        return find("id = ?", id, "").orElseThrow(ApplicationRows::unknown);
    }

    /** The application, which nobody else changes until the transaction ends. */
    HousingApplication lock(long id) {
        return find("id = ?", id, " for update").orElseThrow(ApplicationRows::unknown);
    }

    Optional<HousingApplication> byNumber(String uniqueNumber) {
        return find("unique_number = ?", uniqueNumber, "");
    }

    private static UserError unknown() {
        return new UserError(HttpStatus.NOT_FOUND, "candidacy.error.unknown-application");
    }

    private Optional<HousingApplication> find(String where, Object value, String how) {
        return jdbc.sql(SELECT + " where " + where + how)
                .param(value)
                .query(mapper)
                .optional();
    }

    List<HousingApplication> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where id in (:ids)")
                        .param("ids", ids)
                        .query(mapper)
                        .list();
    }

    /** Those of these numbers that are known, by number. */
    Map<String, HousingApplication> byNumbers(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(SELECT + " where unique_number in (:numbers)")
                        .param("numbers", numbers)
                        .query(mapper)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(HousingApplication::uniqueNumber, one -> one));
    }

    /**
     * Inserts it and gives its id.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the number is known
     */
    long insert(ApplicationEntry entry, long agencyId, @Nullable Long householdId, String source, String by) {
        var values = values(entry, agencyId, householdId)
                .addValue("unique_number", entry.uniqueNumber())
                .addValue("source", source)
                .addValue("by", by);
        return jdbc.sql("insert into housing_application (unique_number, " + String.join(", ", COLUMNS)
                        + ", source, entered_by, entered_at, changed_at) values (:unique_number, :"
                        + String.join(", :", COLUMNS) + ", :source, :by, :now, :now) returning id")
                .paramSource(values)
                .query(Long.class)
                .single();
    }

    /** Writes what differs from what is kept; false when nothing does, or when the version is no longer this one. */
    boolean update(long id, int version, ApplicationEntry entry, long agencyId, @Nullable Long householdId) {
        var set = COLUMNS.stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
        var same = COLUMNS.stream().map(column -> column + " <=> :" + column).collect(Collectors.joining(" and "));
        return jdbc.sql("update housing_application set " + set
                                + ", changed_at = :now, version = version + 1 where id = :id and version = :version"
                                + " and not ("
                                + same + ")")
                        .paramSource(values(entry, agencyId, householdId)
                                .addValue("id", id)
                                .addValue("version", version))
                        .update()
                == 1;
    }

    private MapSqlParameterSource values(ApplicationEntry entry, long agencyId, @Nullable Long householdId) {
        return new MapSqlParameterSource()
                .addValue("agency_id", agencyId)
                .addValue("applied_on", entry.appliedOn())
                .addValue("civility", entry.civility())
                .addValue("last_name", entry.lastName())
                .addValue("first_name", entry.firstName())
                .addValue("search_name", Texts.fold(entry.lastName() + " " + entry.firstName()))
                .addValue("birth_date", entry.birthDate())
                .addValue("email", entry.email())
                .addValue("mobile", entry.mobile())
                .addValue("address", entry.address())
                .addValue("postcode", entry.postcode())
                .addValue("commune", entry.commune())
                .addValue("language", entry.language())
                .addValue("adults", entry.adults())
                .addValue("children", entry.children())
                .addValue("disability", sealing.sealFlag(DISABILITY + entry.uniqueNumber(), entry.disabled()))
                .addValue("young_couple", entry.youngCouple())
                .addValue("resources_cents", entry.resourcesCents())
                .addValue("tax_income_cents", entry.taxIncomeCents())
                .addValue("tax_year", entry.taxYear())
                .addValue("aid_cents", entry.aidCents())
                .addValue("situation", entry.situation().name())
                .addValue(
                        "priorities",
                        entry.priorities().stream().sorted().map(Enum::name).collect(Collectors.joining(",")))
                .addValue("dalo_on", entry.daloOn())
                .addValue("communes", entry.communes().stream().sorted().collect(Collectors.joining(",")))
                .addValue("rooms", entry.rooms())
                .addValue("words", words(entry))
                .addValue("household_id", householdId)
                .addValue("now", clock.instant());
    }

    /** The same words of the same application are the same text, so that an import sees what changed. */
    private String words(ApplicationEntry entry) {
        return entry.words().isEmpty() ? "" : sealing.sealSame(WORDS + entry.uniqueNumber(), entry.words());
    }

    /** Opens the columns that are sealed. */
    private static final class OpenedMapper extends RecordMapper<HousingApplication> {

        private final ValueSealing sealing;

        private OpenedMapper(ValueSealing sealing) {
            super(HousingApplication.class);
            this.sealing = sealing;
        }

        @Override
        protected @Nullable Object value(ResultSet row, int index, Class<?> type) throws SQLException {
            return switch (row.getMetaData().getColumnLabel(index)) {
                case "disabled" -> sealing.openFlag(DISABILITY + row.getString("unique_number"), row.getString(index));
                case "words" -> sealing.open(WORDS + row.getString("unique_number"), row.getString(index));
                default -> super.value(row, index, type);
            };
        }
    }
}
