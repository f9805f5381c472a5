package fr.allervers.outreach.campaign;

import fr.allervers.partners.Service;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a supervisor decides of a campaign besides its audience.
 *
 * @param services what households may need, for which every commune must have a partner
 */
public record CampaignSettings(
        String name,
        Purpose purpose,
        LocalDate startsOn,
        LocalDate endsOn,
        int maxAttempts,
        int fileSize,
        int holdHours,
        Set<Service> services) {

    String serviceNames() {
        return services.stream().sorted().map(Service::name).collect(Collectors.joining(","));
    }

    static Set<Service> services(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Service::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Service.class)));
    }
}
