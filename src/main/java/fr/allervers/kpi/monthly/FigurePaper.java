package fr.allervers.kpi.monthly;

import fr.allervers.documents.PdfDocuments;
import fr.allervers.kpi.figure.Area;
import fr.allervers.kpi.figure.Dashboards;
import fr.allervers.kpi.figure.FigureWords;
import fr.allervers.kpi.figure.Period;
import fr.allervers.kpi.figure.Scope;
import fr.allervers.shared.Dates;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.Agency;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All figures of a period on paper. */
@Component
public class FigurePaper {

    private final Dashboards dashboards;
    private final PdfDocuments pdf;
    private final FigureWords words;
    private final Agencies agencies;
    private final Dates dates;
    private final Clock clock;

    FigurePaper(
            Dashboards dashboards, PdfDocuments pdf, FigureWords words, Agencies agencies, Dates dates, Clock clock) {
        this.dashboards = dashboards;
        this.pdf = pdf;
        this.words = words;
        this.agencies = agencies;
        this.dates = dates;
        this.clock = clock;
    }

    /** What this person sees of all their agencies, whoever asks for it. */
    byte[] of(StaffMember reader, Period period) {
        return pdf(period, Scope.of(reader, null, null));
    }

    /** What is seen of a scope; who may is the caller's matter. */
    public byte[] pdf(Period period, Scope scope) {
        var tiles = dashboards.everything(period, scope);
        var names = agencies.all().stream()
                .filter(agency -> scope.all() || scope.agencies().contains(agency.id()))
                .map(Agency::name)
                .collect(Collectors.joining(", "));
        return pdf.render(
                "kpi/pdf",
                Map.of(
                        "areas",
                        List.of(Area.values()),
                        "words",
                        words,
                        "tiles",
                        tiles,
                        "from",
                        dates.day(period.from()),
                        "to",
                        dates.day(period.to()),
                        "asOf",
                        dates.moment(clock.instant()),
                        "agencies",
                        names));
    }
}
