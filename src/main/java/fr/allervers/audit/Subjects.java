package fr.allervers.audit;

import fr.allervers.inbox.CaseKinds;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds whose household and agency subjects are, kind by kind, so that one finds all that was seen of a household. */
@Component
class Subjects {

    static final String HOUSEHOLD = "household";
    private static final String LEASE = "lease";
    private static final Logger LOG = LoggerFactory.getLogger(Subjects.class);

    private final CaseKinds kinds;
    private final Households households;
    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    Subjects(CaseKinds kinds, Households households, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.kinds = kinds;
        this.households = households;
        this.jdbc = jdbc;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
    }

    /** Of these, in a fixed number of queries for each kind; what is not known is left out. */
    Map<Subject, Concerned> concerned(Collection<Subject> subjects) {
        var found = new HashMap<Subject, Concerned>();
        subjects.stream()
                .collect(Collectors.groupingBy(
                        Subject::kind, Collectors.mapping(Subject::id, Collectors.toUnmodifiableSet())))
                .forEach((kind, ids) -> tryOf(kind, ids).forEach((id, who) -> found.put(new Subject(kind, id), who)));
        return found;
    }

    /** A kind that cannot answer must not keep the log from being sealed: it spoils a transaction of its own only. */
    private Map<Long, Concerned> tryOf(String kind, Set<Long> ids) {
        try {
            return Objects.requireNonNull(apart.execute(status -> of(kind, ids)));
        } catch (RuntimeException e) {
            LOG.warn("Whom {} concern is not known", kind, e);
            return Map.of();
        }
    }

    private Map<Long, Concerned> of(String kind, Set<Long> ids) {
        return switch (kind) {
            case HOUSEHOLD ->
                households.byIds(ids).values().stream()
                        .collect(Collectors.toMap(Household::id, home -> new Concerned(home.id(), home.agencyId())));
            case LEASE -> leases(ids);
            default ->
                kinds.find(kind)
                        .map(cases -> cases.cards(ids).entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        card -> new Concerned(
                                                card.getValue().householdId(),
                                                card.getValue().agencyId()))))
                        .orElse(Map.of());
        };
    }

    private record Line(long id, long householdId, long agencyId) {}

    private Map<Long, Concerned> leases(Set<Long> ids) {
        return jdbc
                .sql(
                        "select l.id, h.id as household_id, h.agency_id from lease l join household h on h.id = l.household_id where l.id in (:ids)")
                .param("ids", List.copyOf(ids))
                .query(Line.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Line::id, line -> new Concerned(line.householdId(), line.agencyId())));
    }
}
