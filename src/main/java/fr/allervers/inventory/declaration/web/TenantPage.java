package fr.allervers.inventory.declaration.web;

import fr.allervers.inventory.declaration.Declarations;
import fr.allervers.inventory.declaration.InventoryLink;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.links.PublicLink;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The tenant's page: a shell that works without network once it was opened; what it shows comes as data. */
@Controller
class TenantPage {

    static final String PATH = "/l/{token}/" + InventoryLink.PAGE;

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final Declarations declarations;
    private final ResourceUrlProvider assets;
    private final String worker;

    TenantPage(Declarations declarations, ResourceUrlProvider assets) {
        this.declarations = declarations;
        this.assets = assets;
        try {
            worker = new ClassPathResource("inventory/worker.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The service worker is missing", e);
        }
    }

    @GetMapping(PATH)
    @PermitAll
    String page(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, Model model, HttpServletResponse response) {
        var of = declarations.sheet(link.subjectId()).of();
        var base = link.path(InventoryLink.PAGE);
        if (!of.status().isWithTenant() && of.status() != InventoryStatus.SUBMITTED) {
            // Nothing more is declared: what there is to read and to sign is the other page's.
            return "redirect:" + base + "/suite";
        }
        // By this the worker knows the page from the gate's own pages, which it must not keep.
        response.setHeader("X-Etat-Des-Lieux", "page");
        model.addAttribute("base", base);
        model.addAttribute("language", of.language());
        return "inventory/tenant";
    }

    /** It must stand below the link's own address: a worker sees nothing of other addresses. */
    @GetMapping(PATH + "/travail.js")
    @PermitAll
    ResponseEntity<String> worker(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link) {
        var base = link.path(InventoryLink.PAGE);
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", base)
                .body("const BASE = \"" + base + "\";\nconst FILES = [\"" + base + "\", \"" + asset("inventory.js")
                        + "\", \"" + asset("inventory.css") + "\"];\n" + worker);
    }

    private String asset(String name) {
        var found = assets.getForLookupPath("/assets/" + name);
        return found == null ? "/assets/" + name : found;
    }
}
