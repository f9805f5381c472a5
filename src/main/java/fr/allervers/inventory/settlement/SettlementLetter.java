package fr.allervers.inventory.settlement;

import fr.allervers.documents.PdfDocuments;
import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.signature.InventoryDocument;
import fr.allervers.inventory.signature.InventoryDocuments;
import fr.allervers.inventory.signature.PaperWords;
import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.Households;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** The letter that explains a settlement line by line. */
@Component
class SettlementLetter {

    private final PdfDocuments pdf;
    private final InventoryDocuments documents;
    private final Households households;
    private final Agencies agencies;
    private final WearGrids grids;
    private final PaperWords words;
    private final Clock clock;

    SettlementLetter(
            PdfDocuments pdf,
            InventoryDocuments documents,
            Households households,
            Agencies agencies,
            WearGrids grids,
            PaperWords words,
            Clock clock) {
        this.pdf = pdf;
        this.documents = documents;
        this.households = households;
        this.agencies = agencies;
        this.grids = grids;
        this.words = words;
        this.clock = clock;
    }

    void keep(Inventory of, ExitSettlements.Sheet sheet) {
        var model = new HashMap<String, Object>();
        model.put("of", of);
        model.put("sheet", sheet);
        model.put("household", households.require(of.householdId()));
        model.put("agency", agencies.require(of.agencyId()));
        model.put("grid", grids.require(of.gridId()));
        model.put("words", words);
        model.put("today", LocalDate.now(clock));
        model.put("newAddress", sheet.newAddress() == null ? "" : sheet.newAddress());
        documents.keep(
                of,
                InventoryDocument.Kind.LETTER,
                "decompte-de-sortie-" + of.id() + "-" + sheet.of().versionNo() + ".pdf",
                pdf.render("inventory/letter", model));
    }
}
