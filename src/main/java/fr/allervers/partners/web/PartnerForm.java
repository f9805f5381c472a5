package fr.allervers.partners.web;

import fr.allervers.partners.Commune;
import fr.allervers.partners.PartnerEntry;
import fr.allervers.partners.PartnerKind;
import fr.allervers.partners.PartnerSheet;
import fr.allervers.partners.Service;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A partner as typed. */
record PartnerForm(
        @NotBlank(message = "{partners.error.name}") @Size(max = 120, message = "{partners.error.long}")
        String name,

        @NotNull(message = "{partners.error.kind}") PartnerKind kind,

        @Pattern(regexp = "|[0-9+][0-9 .]{1,18}", message = "{partners.error.phone}") @Nullable
        String phone,

        @Email(message = "{partners.error.email}") @Size(max = 254, message = "{partners.error.long}") @Nullable
        String email,

        @Size(max = 200, message = "{partners.error.long}") @Nullable
        String openingHours,

        @NotEmpty(message = "{partners.error.communes}") @Nullable
        Set<String> insees,

        @NotEmpty(message = "{partners.error.services}") @Nullable
        Set<Service> services,

        int version) {

    static PartnerForm of(PartnerSheet sheet) {
        return new PartnerForm(
                sheet.name(),
                sheet.kind(),
                sheet.phone(),
                sheet.email(),
                sheet.openingHours(),
                sheet.communes().stream().map(Commune::insee).collect(Collectors.toSet()),
                sheet.services(),
                sheet.version());
    }

    static PartnerForm empty() {
        return new PartnerForm("", PartnerKind.ASSOCIATION, null, null, null, Set.of(), Set.of(), 0);
    }

    PartnerEntry entry() {
        return new PartnerEntry(
                name.strip(),
                kind,
                filled(phone),
                filled(email),
                filled(openingHours),
                insees == null ? Set.of() : insees,
                services == null ? Set.of() : services);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
