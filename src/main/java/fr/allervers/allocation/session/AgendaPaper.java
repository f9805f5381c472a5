package fr.allervers.allocation.session;

import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.documents.DocumentStore;
import fr.allervers.documents.PdfDocuments;
import fr.allervers.shared.Dates;
import fr.allervers.shared.Money;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The agenda as the file that notices carry: when and how the committee sits, who is convened, which dwellings it decides on and where each
 * dossier opens. It names no candidate: what e-mail carries is read by whoever opens the box; dossiers open to those entitled, once they have
 * signed in.
 */
@Component
class AgendaPaper {

    private final ItemRows items;
    private final ConvenedRows convened;
    private final Candidacies candidacies;
    private final PdfDocuments pdf;
    private final DocumentStore documents;
    private final Dates dates;

    AgendaPaper(
            ItemRows items,
            ConvenedRows convened,
            Candidacies candidacies,
            PdfDocuments pdf,
            DocumentStore documents,
            Dates dates) {
        this.items = items;
        this.convened = convened;
        this.candidacies = candidacies;
        this.pdf = pdf;
        this.documents = documents;
        this.dates = dates;
    }

    /** A line of the agenda, in words. */
    record Line(
            int position,
            String title,
            String rent,
            @Nullable String quota,
            String link) {}

    /**
     * Writes it into the store.
     *
     * @param address of the session's page
     * @param itemAddress of an item's page, by its id
     * @return the file's id
     */
    long store(AllocationSession session, String address, Function<Long, String> itemAddress) {
        var agenda = items.of(session.id());
        Map<Long, OfferedDwelling> dwellings =
                candidacies
                        .dwellings(agenda.stream()
                                .map(SessionItem::offeredDwellingId)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(OfferedDwelling::id, Function.identity()));
        var lines = agenda.stream()
                .map(item -> line(
                        item,
                        Objects.requireNonNull(dwellings.get(item.offeredDwellingId())),
                        itemAddress.apply(item.id())))
                .toList();
        var content = pdf.render("allocation/agenda-pdf", model(session, lines, address));
        return documents
                .store(
                        "ordre-du-jour-" + session.id() + ".pdf",
                        "application/pdf",
                        new ByteArrayInputStream(content),
                        "allervers")
                .id();
    }

    private static Line line(SessionItem item, OfferedDwelling dwelling, String link) {
        return new Line(
                item.position(),
                item.title(),
                new Money(dwelling.rentCents()).text(Locale.FRENCH),
                dwelling.reservationHolder(),
                link);
    }

    private Map<String, Object> model(AllocationSession session, List<Line> lines, String address) {
        var model = new HashMap<String, Object>();
        model.put("session", session);
        model.put("startsAt", dates.moment(session.startsAt()));
        if (session.debateUntil() != null && session.voteUntil() != null) {
            model.put("debateUntil", dates.moment(session.debateUntil()));
            model.put("voteUntil", dates.moment(session.voteUntil()));
        }
        model.put("lines", lines);
        model.put("address", address);
        model.put("convened", convened.of(session.id()));
        return model;
    }
}
