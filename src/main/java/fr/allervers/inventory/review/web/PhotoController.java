package fr.allervers.inventory.review.web;

import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.photo.Photos;
import fr.allervers.inventory.signature.InventoryDocuments;
import fr.allervers.shared.web.Downloads;
import fr.allervers.staff.Roles;
import fr.allervers.workflow.Timeline;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Photos and documents of an inventory. Pages show copies; the file as it came is handed over to few, and that is noted. */
@Controller
@RequestMapping("/etats-des-lieux/{id:\\d+}")
class PhotoController {

    private final Inventories inventories;
    private final Photos photos;
    private final InventoryDocuments documents;
    private final InventoryDiary diary;

    PhotoController(Inventories inventories, Photos photos, InventoryDocuments documents, InventoryDiary diary) {
        this.inventories = inventories;
        this.photos = photos;
        this.documents = documents;
        this.diary = diary;
    }

    @GetMapping("/photos/{photoId}/vignette")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR, Roles.SOCIAL_ADVISOR})
    ResponseEntity<InputStreamResource> small(@PathVariable long id, @PathVariable long photoId) {
        return shown(id, photoId, Photos.Copy.SMALL);
    }

    @GetMapping("/photos/{photoId}")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR, Roles.SOCIAL_ADVISOR})
    ResponseEntity<InputStreamResource> screen(@PathVariable long id, @PathVariable long photoId) {
        return shown(id, photoId, Photos.Copy.SCREEN);
    }

    @GetMapping("/photos/{photoId}/origine")
    @RolesAllowed(Roles.SUPERVISOR)
    ResponseEntity<InputStreamResource> original(@PathVariable long id, @PathVariable long photoId) {
        var of = inventories.require(id);
        var file = photos.file(id, photoId, Photos.Copy.ORIGINAL);
        diary.note(of, Timeline.Kind.NOTE, "original-seen");
        return Downloads.saved(file.name(), file.contentType(), file.size(), photos.open(file));
    }

    @GetMapping("/documents/{documentId}")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR, Roles.SOCIAL_ADVISOR})
    ResponseEntity<InputStreamResource> document(@PathVariable long id, @PathVariable long documentId) {
        inventories.require(id);
        var file = documents.file(id, documentId);
        return Downloads.saved(file.name(), file.contentType(), file.size(), documents.open(file));
    }

    private ResponseEntity<InputStreamResource> shown(long id, long photoId, Photos.Copy copy) {
        inventories.require(id);
        var file = photos.file(id, photoId, copy);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .contentLength(file.size())
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(new InputStreamResource(photos.open(file)));
    }
}
