package fr.allervers.messaging.choice;

import fr.allervers.inbox.HouseholdSection;
import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Oppositions;
import fr.allervers.messaging.Oppositions.Opposition;
import fr.allervers.messaging.Oppositions.Scope;
import fr.allervers.messaging.Oppositions.Source;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a household does not want to be sent, on its page, kept by whoever follows it. */
@Component
@Transactional
public class ContactChoices implements HouseholdSection {

    private static final int LAST = 50;

    private final Oppositions oppositions;
    private final Households households;
    private final CurrentStaff currentStaff;

    ContactChoices(Oppositions oppositions, Households households, CurrentStaff currentStaff) {
        this.oppositions = oppositions;
        this.households = households;
        this.currentStaff = currentStaff;
    }

    /** What the section shows. */
    public record Section(long householdId, List<Opposition> oppositions, boolean mayChange) {
        public List<Channel> channels() {
            return List.of(Channel.values());
        }

        public List<Scope> scopes() {
            return List.of(Scope.values());
        }
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Shown> of(Household household, StaffMember reader) {
        return Optional.of(new Shown(
                "messaging/choices",
                new Section(household.id(), oppositions.of(household.id(), addresses(household)), mayChange(reader))));
    }

    /** The household refuses a channel, as it told us or wrote to us. */
    public void refuse(long householdId, Channel channel, Scope scope, boolean told) {
        require(householdId);
        oppositions.record(channel, householdId, scope, told ? Source.STAFF : Source.TENANT);
    }

    /** The household takes a refusal back. */
    public void accept(long householdId, long oppositionId) {
        var household = require(householdId);
        var one = oppositions.of(householdId, addresses(household)).stream()
                .filter(opposition -> opposition.id() == oppositionId)
                .findFirst()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "choices.error.unknown"));
        oppositions.lift(one.id());
    }

    private Household require(long householdId) {
        var household = households.require(householdId);
        var person = currentStaff.requireAgency(household.agencyId());
        if (!mayChange(person)) {
            throw new org.springframework.security.access.AccessDeniedException("Does not follow households");
        }
        return household;
    }

    private static boolean mayChange(StaffMember person) {
        return person.isAny(Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR, Role.FIELD_MANAGER, Role.RENT_OFFICER);
    }

    private static List<String> addresses(Household household) {
        return household.occupants().stream()
                .flatMap(occupant -> Stream.concat(
                        Stream.ofNullable(occupant.email()),
                        occupant.phones().stream().map(phone -> phone.e164())))
                .distinct()
                .toList();
    }
}
