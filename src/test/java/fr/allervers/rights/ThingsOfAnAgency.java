package fr.allervers.rights;

import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A thing of each kind in one agency, by the names that facades give to its number: «name», «module.name» or longer, until «module.Facade.method.name».
 *
 * @param people who works there: somebody of every role, and who presides over the committee
 * @param tenantsWords what only the tenant there is called
 */
record ThingsOfAnAgency(
        Map<String, Long> ids,
        Map<Class<?>, Object> records,
        List<StaffMember> people,
        String task,
        Map<String, Long> cases,
        List<String> tenantsWords) {

    /** Records in which a page sends the number of a thing. */
    private static final Set<String> ORDERS = Set.of("Alert", "CallerProfile", "Draft", "SessionPlan");

    /** The number that the facade asks for by this name; none where it is no thing of an agency's. */
    Optional<Long> number(String facade, String name) {
        for (var where = facade; !where.isEmpty(); where = where.substring(0, Math.max(0, where.lastIndexOf('.')))) {
            var id = ids.get(where + "." + name);
            if (id != null) {
                return Optional.of(id);
            }
        }
        return Optional.ofNullable(ids.get(name));
    }

    /** The thing itself, where the facade is told that instead of its number; none for other types. */
    Optional<Object> record(Class<?> type) {
        return Optional.ofNullable(records.get(type));
    }

    /** Whether the facade is told of one of these by this parameter: by its number, among others, or in an order. */
    boolean isOne(String facade, Parameter parameter) {
        return Set.of("taskId", "taskIds", "choices").contains(parameter.getName())
                || parameter.getType() == CaseRef.class
                || records.containsKey(parameter.getType())
                || number(facade, parameter.getName()).isPresent()
                || parameter.getType().isRecord()
                        && ORDERS.contains(parameter.getType().getSimpleName());
    }

    CaseRef caseFor(String facade) {
        return facade.startsWith("arrears") ? caseOf("unpaid-rent-prevention") : caseOf("household-call");
    }

    /** What only the tenant of that agency is called. */
    String words() {
        return tenantsWords.get(0);
    }

    /** Whether the text speaks of it. */
    boolean areIn(String text) {
        return tenantsWords.stream().anyMatch(text::contains);
    }

    private CaseRef caseOf(String kind) {
        return new CaseRef(kind, Objects.requireNonNull(cases.get(kind)));
    }
}
