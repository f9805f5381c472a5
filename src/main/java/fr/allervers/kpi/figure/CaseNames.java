package fr.allervers.kpi.figure;

import fr.allervers.inbox.CaseKinds;
import fr.allervers.workflow.CaseRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What cases are called, as their modules say it: one question to each kind. */
@Component
class CaseNames {

    private final CaseKinds kinds;

    CaseNames(CaseKinds kinds) {
        this.kinds = kinds;
    }

    /** What a list shows of a case. */
    record Name(String title, String subtitle) {}

    /** Each of them; one that nobody knows any more is called by its kind and number. */
    Map<CaseRef, Name> of(Collection<CaseRef> cases) {
        var names = new HashMap<CaseRef, Name>();
        cases.forEach(of -> names.put(of, new Name(of.kind() + " " + of.id(), "")));
        Map<String, List<CaseRef>> byKind = cases.stream().collect(Collectors.groupingBy(CaseRef::kind));
        byKind.forEach((kind, some) -> kinds.find(kind).ifPresent(one -> one.cards(
                        some.stream().map(CaseRef::id).collect(Collectors.toSet()))
                .forEach((id, card) -> names.put(new CaseRef(kind, id), new Name(card.title(), card.subtitle())))));
        return names;
    }
}
