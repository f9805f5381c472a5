package fr.allervers.outreach.campaign;

import fr.allervers.messaging.MessageAudience;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The results of call campaigns, for whoever writes to those reached or not, or of one grade. */
@Component
@Transactional(readOnly = true)
class CampaignMessageAudience implements MessageAudience {

    private static final Pattern KEY = Pattern.compile("campaign:(\\d{1,18}):([A-Z_]+)");
    private static final int LATEST = 20;

    private final CampaignAgencies agencies;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    CampaignMessageAudience(CampaignAgencies agencies, MessageSource messages, JdbcClient jdbc) {
        this.agencies = agencies;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** What calls came to. */
    private enum Result {
        REACHED("c.reached_at is not null"),
        NOT_REACHED("c.reached_at is null and c.state <> 'LISTED'"),
        RED("c.grade = 'RED'"),
        ORANGE("c.grade = 'ORANGE'"),
        YELLOW("c.grade = 'YELLOW'"),
        GREEN("c.grade = 'GREEN'");

        private final String condition;

        Result(String condition) {
            this.condition = condition;
        }
    }

    private record Row(long id, String name) {}

    @Override
    public List<Choice> choices() {
        var me = agencies.me();
        return jdbc
                .sql(
                        "select id, name from campaign where state in ('RUNNING', 'CLOSED', 'REPORTED') order by id desc limit "
                                + LATEST)
                .query(Row.class)
                .list()
                .stream()
                .filter(campaign -> agencies.visible(campaign.id(), me))
                .flatMap(campaign -> Arrays.stream(Result.values())
                        .map(result -> new Choice(
                                "campaign:" + campaign.id() + ":" + result.name(),
                                campaign.name() + " – " + text("campaign.message-audience." + result.name()))))
                .toList();
    }

    @Override
    public Optional<HouseholdSelection> households(String key) {
        var read = KEY.matcher(key);
        if (!read.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(Result.values())
                .filter(result -> result.name().equals(read.group(2)))
                .findFirst()
                .map(result -> new HouseholdSelection(
                        "select c.household_id from household_call c where c.campaign_id = :campaign and "
                                + result.condition,
                        Map.of("campaign", Long.valueOf(read.group(1)))));
    }

    private String text(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, LocaleContextHolder.getLocale()));
    }
}
