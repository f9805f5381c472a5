package fr.allervers.inventory.signature;

import fr.allervers.documents.PdfDocuments;
import fr.allervers.documents.StoredFile;
import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.Item;
import fr.allervers.inventory.photo.PhotoView;
import fr.allervers.inventory.photo.Photos;
import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.Households;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** An inventory on paper, PDF/A-2b, with what the decree of 30 March 2016 (n° 2016-382) asks of it. */
@Component
class InventoryPaper {

    private final PdfDocuments pdf;
    private final InventoryRows rows;
    private final Photos photos;
    private final Households households;
    private final Agencies agencies;
    private final PaperWords words;
    private final Clock clock;
    private final String landlord;
    private final String landlordAddress;

    InventoryPaper(
            PdfDocuments pdf,
            InventoryRows rows,
            Photos photos,
            Households households,
            Agencies agencies,
            PaperWords words,
            Clock clock,
            @Value("${allervers.landlord.name:Le bailleur}") String landlord,
            @Value("${allervers.landlord.address:}") String landlordAddress) {
        this.pdf = pdf;
        this.rows = rows;
        this.photos = photos;
        this.households = households;
        this.agencies = agencies;
        this.words = words;
        this.clock = clock;
        this.landlord = landlord;
        this.landlordAddress = landlordAddress;
    }

    /** A photo on the paper: its small copy, and the hash of the file as it came. */
    public record Picture(String data, String sha256) {}

    /**
     * @param signatures empty on what is still to be confirmed
     * @param confirmed the hash of what was confirmed
     */
    byte[] inventory(Inventory of, List<Signed> signatures, @Nullable String confirmed) {
        var items = rows.items(of.id());
        var model = model(of);
        model.put("rooms", byRoom(items));
        model.put("pictures", pictures(of.id()));
        model.put("signatures", signatures);
        model.put("confirmed", confirmed == null ? "" : confirmed);
        var entry = of.kind() == InventoryKind.EXIT && of.previousId() != null ? rows.require(of.previousId()) : null;
        model.put(
                "entryOn",
                entry == null || entry.sealedAt() == null
                        ? ""
                        : entry.sealedAt().atZone(clock.getZone()).toLocalDate());
        return pdf.render("inventory/document", model);
    }

    /** What was added to an inventory that binds. */
    byte[] annex(Inventory of, Map<String, Object> more) {
        var model = model(of);
        model.putAll(more);
        return pdf.render("inventory/annex", model);
    }

    private Map<String, Object> model(Inventory of) {
        var home = households.require(of.householdId());
        var model = new HashMap<String, Object>();
        model.put("of", of);
        model.put("household", home);
        model.put("agency", agencies.require(of.agencyId()));
        model.put("landlord", landlord);
        model.put("landlordAddress", landlordAddress);
        model.put("words", words);
        model.put("today", LocalDate.now(clock));
        return model;
    }

    private static Map<String, List<Item>> byRoom(List<Item> items) {
        return items.stream().collect(Collectors.groupingBy(Item::room, LinkedHashMap::new, Collectors.toList()));
    }

    private Map<Long, List<Picture>> pictures(long id) {
        var pictures = new HashMap<Long, List<Picture>>();
        photos.byItem(List.of(id))
                .forEach((item, held) -> pictures.put(
                        item, held.stream().map(photo -> picture(id, photo)).toList()));
        return pictures;
    }

    private Picture picture(long id, PhotoView photo) {
        var file = photos.file(id, photo.id(), Photos.Copy.SMALL);
        return new Picture("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes(file)), photo.sha256());
    }

    private byte[] bytes(StoredFile file) {
        try (InputStream content = photos.open(file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A photo cannot be read", e);
        }
    }
}
