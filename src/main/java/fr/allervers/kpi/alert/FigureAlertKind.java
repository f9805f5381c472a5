package fr.allervers.kpi.alert;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.kpi.figure.Figure;
import fr.allervers.kpi.figure.FigureWords;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Agencies;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Figures to look at, in the inbox: those who lead open the list behind the number, and say what there is to it. */
@Component
@Transactional
class FigureAlertKind implements CaseKind {

    private final FigureAlerts alerts;
    private final Agencies agencies;
    private final Timeline timeline;
    private final FigureWords figures;
    private final MessageSource messages;

    FigureAlertKind(
            FigureAlerts alerts, Agencies agencies, Timeline timeline, FigureWords figures, MessageSource messages) {
        this.alerts = alerts;
        this.agencies = agencies;
        this.timeline = timeline;
        this.figures = figures;
        this.messages = messages;
    }

    @Override
    public String key() {
        return FigureAlert.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var names = agencies.byId();
        var cards = new HashMap<Long, CaseCard>();
        alerts.byIds(ids).forEach((id, alert) -> {
            var agency = names.get(alert.agencyId());
            cards.put(
                    id,
                    new CaseCard(
                            words("kpi.alert.title", name(alert), value(alert, alert.value())),
                            words(
                                    "kpi.alert.subtitle",
                                    agency == null ? "" : agency.name(),
                                    value(alert, alert.alertAt()),
                                    month(alert)),
                            null,
                            alert.agencyId(),
                            null,
                            null));
        });
        return cards;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var alert = alerts.require(id);
        return List.of(
                new CaseFact(words("kpi.alert.fact.value"), value(alert, alert.value()), null),
                new CaseFact(words("kpi.alert.fact.limit"), value(alert, alert.alertAt()), null),
                new CaseFact(words("kpi.alert.fact.month"), month(alert), null),
                new CaseFact(words("kpi.alert.fact.cases"), words("kpi.alert.fact.see"), list(alert)));
    }

    /** Those of the month and of the agency, all that the figure is about. */
    private static String list(FigureAlert alert) {
        return "/tableau/liste?chiffre=" + alert.figure() + "&part=tous&du=" + alert.month() + "&au="
                + alert.month().plusMonths(1).minusDays(1) + "&agence=" + alert.agencyId();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return reader.isAny(Role.SUPERVISOR, Role.DIRECTOR)
                && reader.worksFor(alerts.require(id).agencyId());
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var outcome = String.valueOf(answers.get("outcome"));
        var note = answers.get("note") instanceof String words && !words.isBlank() ? words.strip() : null;
        alerts.decide(id, outcome);
        timeline.record(
                new CaseRef(FigureAlert.KIND, id),
                null,
                Timeline.Kind.DECISION,
                messages.getMessage("kpi.alert.log." + outcome, null, Locale.FRENCH),
                note,
                false);
        return Map.of();
    }

    private String name(FigureAlert alert) {
        return words("kpi.figure." + alert.figure());
    }

    private static String month(FigureAlert alert) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", LocaleContextHolder.getLocale())
                .format(alert.month());
    }

    private String value(FigureAlert alert, double value) {
        return Figure.at(alert.figure())
                .map(figure -> figures.text(figure, value, LocaleContextHolder.getLocale()))
                .orElseThrow();
    }

    private String words(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
