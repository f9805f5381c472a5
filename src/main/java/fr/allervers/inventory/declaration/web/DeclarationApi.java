package fr.allervers.inventory.declaration.web;

import fr.allervers.inventory.declaration.Declarations;
import fr.allervers.inventory.photo.PhotoStatus;
import fr.allervers.inventory.photo.PhotoUploads;
import fr.allervers.inventory.photo.Photos;
import fr.allervers.links.PublicLink;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.Households;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the tenant's page asks and sends. Every request may come again. */
@RestController
class DeclarationApi {

    private final Declarations declarations;
    private final PhotoUploads uploads;
    private final Photos photos;
    private final Households households;
    private final Agencies agencies;

    DeclarationApi(
            Declarations declarations, PhotoUploads uploads, Photos photos, Households households, Agencies agencies) {
        this.declarations = declarations;
        this.uploads = uploads;
        this.photos = photos;
        this.households = households;
        this.agencies = agencies;
    }

    @GetMapping(TenantPage.PATH + "/donnees")
    @PermitAll
    ResponseEntity<Words.Snapshot> snapshot(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link) {
        var sheet = declarations.sheet(link.subjectId());
        var home = households.require(sheet.of().householdId());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Words.Snapshot.of(
                        sheet.of(),
                        // Who flees somebody must not carry the new address in a telephone that he may look into.
                        sheet.of().emergency() ? "" : home.address() + ", " + home.postcode() + " " + home.commune(),
                        agencies.require(sheet.of().agencyId()).phone(),
                        sheet.items(),
                        photos.statuses(link.subjectId())));
    }

    @PostMapping(TenantPage.PATH + "/langue")
    @PermitAll
    Map<String, Boolean> speak(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, @RequestBody Words.Language wanted) {
        declarations.speak(link.subjectId(), wanted.language());
        return Map.of("saved", true);
    }

    @PostMapping(TenantPage.PATH + "/reponses")
    @PermitAll
    Map<String, Boolean> answer(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, @RequestBody Words.Answer answer) {
        Retry.onConflict(() -> declarations.answer(link.subjectId(), answer.key(), answer.itemId(), answer.said()));
        return Map.of("saved", true);
    }

    @PostMapping(TenantPage.PATH + "/photos")
    @PermitAll
    PhotoStatus announce(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, @RequestBody Words.Announced photo) {
        return Retry.onConflict(
                () -> uploads.announce(link.subjectId(), photo.itemId(), photo.key(), photo.size(), photo.sha256()));
    }

    @GetMapping(TenantPage.PATH + "/photos/{key}")
    @PermitAll
    PhotoStatus status(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, @PathVariable String key) {
        return uploads.status(link.subjectId(), key);
    }

    /** A part, as bytes. What is larger than a part may be is refused before it is read. */
    @PatchMapping(path = TenantPage.PATH + "/photos/{key}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @PermitAll
    PhotoStatus receive(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link,
            @PathVariable String key,
            @RequestParam("debut") long offset,
            HttpServletRequest request)
            throws IOException {
        if (request.getContentLengthLong() > PhotoUploads.LARGEST_PART) {
            throw new UserError(HttpStatus.PAYLOAD_TOO_LARGE, "inventory.error.part");
        }
        return uploads.receive(link.subjectId(), key, offset, request.getInputStream());
    }

    @PostMapping(TenantPage.PATH + "/photos/{key}/retrait")
    @PermitAll
    PhotoStatus remove(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, @PathVariable String key) {
        return Retry.onConflict(() -> uploads.remove(link.subjectId(), key));
    }

    @GetMapping(TenantPage.PATH + "/photos/{key}/vignette")
    @PermitAll
    ResponseEntity<Resource> small(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, @PathVariable String key) {
        var file = photos.small(link.subjectId(), key);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .contentLength(file.size())
                .body(new InputStreamResource(photos.open(file)));
    }

    @PostMapping(TenantPage.PATH + "/envoi")
    @PermitAll
    ResponseEntity<Declarations.Sent> send(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, @RequestBody Words.Sending sending) {
        var sent = Retry.onConflict(() -> declarations.send(link.subjectId(), sending.key(), sending.photos()));
        return ResponseEntity.status(sent.sent() ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(sent);
    }

    /** The page has its own words for each of these, in the tenant's language. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(UserError error) {
        return ResponseEntity.status(error.status())
                .body(Map.of(
                        "error", error.messageKey().substring(error.messageKey().lastIndexOf('.') + 1)));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unreadable(HttpMessageNotReadableException error) {
        return ResponseEntity.badRequest().body(Map.of("error", "unreadable"));
    }
}
