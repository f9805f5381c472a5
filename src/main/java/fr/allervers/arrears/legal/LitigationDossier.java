package fr.allervers.arrears.legal;

import fr.allervers.arrears.prevention.ArrearsCaseToLitigation;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.inbox.CaseDocuments;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the dossier with the case as it was on the day on which the legal team took it over; what is social stays out of it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LitigationDossier {

    private final LegalDossier dossier;
    private final CaseDocuments documents;
    private final Clock clock;

    LitigationDossier(LegalDossier dossier, CaseDocuments documents, Clock clock) {
        this.dossier = dossier;
        this.documents = documents;
        this.clock = clock;
    }

    @EventListener
    void on(ArrearsCaseToLitigation handed) {
        documents.keep(
                ArrearsCases.ref(handed.id()),
                "dossier-contentieux-" + LocalDate.now(clock) + ".pdf",
                "application/pdf",
                dossier.renderShared(handed.id()));
    }
}
