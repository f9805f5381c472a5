package fr.allervers.messaging.mailing;

import fr.allervers.inbox.Inbox;
import fr.allervers.inbox.InboxFilter;
import fr.allervers.messaging.MessageAudience;
import fr.allervers.shared.Texts;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The audiences that the person signed in may write to: households of their agencies. */
@Component
@Transactional(readOnly = true)
public class MailingAudiences {

    private static final int FOUND = 8;
    /** Tasks of an inbox filter that are looked at. */
    private static final int FROM_INBOX = 10_000;

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final PastedList list;
    private final Inbox inbox;
    private final ObjectProvider<MessageAudience> others;
    private final MessageSource messages;

    MailingAudiences(
            JdbcClient jdbc,
            CurrentStaff currentStaff,
            PastedList list,
            Inbox inbox,
            ObjectProvider<MessageAudience> others,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.list = list;
        this.inbox = inbox;
        this.others = others;
        this.messages = messages;
    }

    /**
     * A place to choose.
     *
     * @param key id or INSEE code
     * @param detail a line more: address, number of dwellings
     */
    public record Place(String key, String name, String detail, int dwellings) {}

    /** The agencies of the person signed in. */
    public List<Place> agencies() {
        return places("""
                select a.id as `key`, a.name, '' as detail, (select count(*) from household h where h.agency_id = a.id) as dwellings
                  from agency a where :all or a.id in (:agencies) order by a.name
                """);
    }

    /** The communes where they have buildings. */
    public List<Place> communes() {
        return places("""
                select b.insee as `key`, min(b.commune) as name, '' as detail, count(d.id) as dwellings
                  from building b left join dwelling d on d.building_id = b.id where :all or b.agency_id in (:agencies)
                 group by b.insee order by name
                """);
    }

    /** Buildings of which every word begins a word of the name, the address, the commune or the code; the first eight. */
    public List<Place> buildings(String words) {
        var wanted = Texts.fold(words);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return places("""
                select b.id as `key`, if(b.name = '', b.address, b.name) as name, concat(b.address, ', ', b.postcode, ' ', b.commune) as detail,
                       (select count(*) from dwelling d where d.building_id = b.id) as dwellings
                  from building b where :all or b.agency_id in (:agencies) order by b.commune, b.name, b.address, b.id
                """).stream()
                .filter(place -> matches(place, wanted))
                .limit(FOUND)
                .toList();
    }

    /** The stairwells of buildings found in the same way. */
    public List<Place> stairwells(String words) {
        var wanted = Texts.fold(words);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return places("""
                select s.id as `key`, concat(if(b.name = '', b.address, b.name), ', ', s.code) as name, concat(b.address, ', ', b.postcode, ' ', b.commune) as detail,
                       (select count(*) from dwelling d where d.stairwell_id = s.id) as dwellings
                  from stairwell s join building b on b.id = s.building_id where :all or b.agency_id in (:agencies)
                 order by b.commune, b.name, b.address, b.id, s.code
                """).stream()
                .filter(place -> matches(place, wanted))
                .limit(FOUND)
                .toList();
    }

    /** The choices that other modules offer. */
    public List<MessageAudience.Choice> campaigns() {
        return others.stream().flatMap(one -> one.choices().stream()).toList();
    }

    /**
     * What the order names.
     *
     * @throws UserError when nothing, or nothing that exists, is chosen
     */
    Selected select(AudienceKind kind, @Nullable String key, String pasted) {
        var scope = scope();
        return switch (kind) {
            case EVERYONE -> byCondition(new Audience(kind, null, text("mailing.audience.EVERYONE"), scope));
            case AGENCY -> byCondition(new Audience(kind, key, named(agencies(), key), scope));
            case COMMUNE -> byCondition(new Audience(kind, key, named(communes(), key), scope));
            case BUILDING -> byCondition(new Audience(kind, key, building(key).name(), scope));
            case STAIRWELL -> byCondition(new Audience(kind, key, stairwell(key).name(), scope));
            case CAMPAIGN -> byChoice(key, scope);
            case LIST -> byList(pasted, scope);
            case INBOX -> byInbox(key, scope);
        };
    }

    /** The building, if it is one of ours. */
    public Place building(@Nullable String id) {
        return one("""
                select b.id as `key`, if(b.name = '', b.address, b.name) as name, concat(b.address, ', ', b.postcode, ' ', b.commune) as detail,
                       (select count(*) from dwelling d where d.building_id = b.id) as dwellings
                  from building b where b.id = :id and (:all or b.agency_id in (:agencies))
                """, id);
    }

    /** The stairwell, if it is one of ours. */
    public Place stairwell(@Nullable String id) {
        return one("""
                select s.id as `key`, concat(if(b.name = '', b.address, b.name), ', ', s.code) as name, concat(b.address, ', ', b.postcode, ' ', b.commune) as detail,
                       (select count(*) from dwelling d where d.stairwell_id = s.id) as dwellings
                  from stairwell s join building b on b.id = s.building_id where s.id = :id and (:all or b.agency_id in (:agencies))
                """, id);
    }

    private static Selected byCondition(Audience audience) {
        return Selected.by(audience, HouseholdCondition.of(audience));
    }

    private Selected byChoice(@Nullable String key, Set<Long> scope) {
        var choice = campaigns().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(MailingAudiences::nothingChosen);
        var audience = new Audience(AudienceKind.CAMPAIGN, key, choice.name(), scope);
        return Selected.by(audience, HouseholdCondition.of(audience, chosen(choice.key())));
    }

    /** The households of another module's choice, that somebody was allowed to choose before. */
    MessageAudience.HouseholdSelection chosen(String key) {
        return others.stream()
                .flatMap(one -> one.households(key).stream())
                .findFirst()
                .orElseThrow(MailingAudiences::nothingChosen);
    }

    private Selected byList(String pasted, Set<Long> scope) {
        var read = list.read(pasted, scope);
        if (read.households().isEmpty()
                && read.numbers().isEmpty()
                && read.bad().isEmpty()) {
            throw nothingChosen();
        }
        var audience = new Audience(AudienceKind.LIST, null, text("mailing.audience.LIST"), scope);
        return new Selected(
                audience,
                HouseholdCondition.of(audience, read.households()),
                read.households(),
                read.numbers(),
                read.bad());
    }

    private Selected byInbox(@Nullable String filter, Set<Long> scope) {
        var ids = new LinkedHashSet<>(inbox.households(inboxFilter(filter), FROM_INBOX));
        var audience = new Audience(AudienceKind.INBOX, filter, text("mailing.audience.INBOX"), scope);
        return new Selected(audience, HouseholdCondition.of(audience, ids), ids, java.util.Map.of(), List.of());
    }

    private static InboxFilter inboxFilter(@Nullable String filter) {
        try {
            return InboxFilter.ofQuery(filter == null ? "" : filter);
        } catch (IllegalArgumentException malformed) {
            throw nothingChosen();
        }
    }

    private Set<Long> scope() {
        var me = currentStaff.require();
        if (!me.allAgencies() && me.agencies().isEmpty()) {
            throw new AccessDeniedException("Works for no agency");
        }
        return me.allAgencies() ? Set.of() : me.agencies();
    }

    private static String named(List<Place> places, @Nullable String key) {
        return places.stream()
                .filter(place -> place.key().equals(key))
                .map(Place::name)
                .findFirst()
                .orElseThrow(MailingAudiences::nothingChosen);
    }

    private Place one(String sql, @Nullable String id) {
        if (id == null || !id.matches("[0-9]{1,18}")) {
            throw nothingChosen();
        }
        return ask(sql).param("id", Long.valueOf(id))
                .query(Place.class)
                .optional()
                .orElseThrow(MailingAudiences::nothingChosen);
    }

    private static UserError nothingChosen() {
        return new UserError("mailing.error.audience");
    }

    private List<Place> places(String sql) {
        return ask(sql).query(Place.class).list();
    }

    private JdbcClient.StatementSpec ask(String sql) {
        var me = currentStaff.require();
        return jdbc.sql(sql)
                .param("all", me.allAgencies())
                .param("agencies", me.agencies().isEmpty() ? Set.of(0L) : me.agencies());
    }

    private static boolean matches(Place place, String wanted) {
        var words = new ArrayList<String>(
                List.of(Texts.fold(place.name() + " " + place.detail()).split(" ")));
        return Set.of(wanted.split(" ")).stream()
                .allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
    }

    private String text(String key) {
        return Optional.ofNullable(messages.getMessage(key, null, key, LocaleContextHolder.getLocale()))
                .orElse(key);
    }
}
