package fr.allervers.kpi.web;

import fr.allervers.inbox.SavedViews;
import fr.allervers.kpi.fact.FigureState;
import fr.allervers.kpi.figure.Area;
import fr.allervers.kpi.figure.CampaignChoice;
import fr.allervers.kpi.figure.Dashboards;
import fr.allervers.kpi.figure.Period;
import fr.allervers.kpi.figure.Scope;
import fr.allervers.tenancy.Agencies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page of the dashboard has: its filters, its views, and when it was counted. */
@Component
class DashboardModel {

    private final Dashboards dashboards;
    private final CampaignChoice campaigns;
    private final SavedViews views;
    private final Agencies agencies;
    private final Clock clock;

    DashboardModel(Dashboards dashboards, CampaignChoice campaigns, SavedViews views, Agencies agencies, Clock clock) {
        this.dashboards = dashboards;
        this.campaigns = campaigns;
        this.views = views;
        this.agencies = agencies;
        this.clock = clock;
    }

    Period period(DashboardAddress address) {
        return address.period(LocalDate.now(clock));
    }

    Scope scope(DashboardAddress address) {
        return address.scope(dashboards.reader());
    }

    void fill(Model model, DashboardAddress address, FigureState.Now state, boolean withCampaigns) {
        var reader = dashboards.reader();
        var period = period(address);
        model.addAttribute("address", address);
        model.addAttribute("period", period);
        model.addAttribute("before", period.before());
        model.addAttribute("units", List.of(Period.Unit.values()));
        model.addAttribute("areas", List.of(Area.values()));
        model.addAttribute("state", state);
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "agencies",
                agencies.all().stream()
                        .filter(agency -> reader.worksFor(agency.id()))
                        .toList());
        model.addAttribute("campaigns", withCampaigns ? campaigns.of(reader) : List.of());
        model.addAttribute("views", views.mine(address.path()));
        model.addAttribute("shares", true);
    }
}
