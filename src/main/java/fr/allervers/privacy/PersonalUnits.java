package fr.allervers.privacy;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.personal.Hold;
import fr.allervers.shared.personal.PersonKeys;
import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import fr.allervers.shared.personal.PersonalTraces;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * All that the modules say of personal data, as a list of units that are done one after the other: rows that hang on others first, those
 * that say who people are last, since by them a person's other rows are found.
 */
@Component
class PersonalUnits {

    private final RowWork rows;
    private final List<PersonalTraces> traces;
    private final List<PersonalData> modules;
    private final List<Unit> units;

    PersonalUnits(RowWork rows, List<PersonalTraces> traces, List<PersonalData> modules) {
        this.rows = rows;
        this.traces = traces;
        this.modules = modules.stream()
                .sorted(Comparator.comparing(module -> module.getClass().getName()))
                .toList();
        this.units = List.copyOf(list());
    }

    /** Something that is purged and erased by itself. */
    interface Unit {

        String name();

        DataKind kind();

        int purge(LocalDate before, int limit);

        int erase(PersonKeys person, int limit);
    }

    List<Unit> all() {
        return units;
    }

    /** The rows of all modules, in the order of the units. */
    List<PersonalRows> rows() {
        return units.stream()
                .filter(RowsUnit.class::isInstance)
                .map(unit -> ((RowsUnit) unit).of())
                .toList();
    }

    List<Hold> holds() {
        return modules.stream().flatMap(module -> module.holds().stream()).toList();
    }

    /** The unit of this name, which is its own in the application. */
    Optional<Unit> find(String name) {
        return units.stream().filter(unit -> unit.name().equals(name)).findFirst();
    }

    private List<Unit> list() {
        var list = new ArrayList<Unit>();
        addTraces(list, false);
        modules.stream()
                .flatMap(module -> module.rows().stream())
                .sorted(Comparator.comparing(PersonalRows::identity))
                .forEach(of -> list.add(new RowsUnit(rows, of)));
        addTraces(list, true);
        if (list.stream().map(Unit::name).distinct().count() < list.size()) {
            throw new IllegalStateException("Two sets of personal data have one name: "
                    + list.stream().map(Unit::name).sorted().toList());
        }
        return list;
    }

    private void addTraces(List<Unit> list, boolean last) {
        traces.stream().filter(of -> of.last() == last).forEach(of -> list.add(new TracesUnit(of)));
    }

    private record RowsUnit(RowWork work, PersonalRows of) implements Unit {

        @Override
        public String name() {
            return of.name();
        }

        @Override
        public DataKind kind() {
            return of.kind();
        }

        @Override
        public int purge(LocalDate before, int limit) {
            return work.purge(of, before, limit);
        }

        @Override
        public int erase(PersonKeys person, int limit) {
            return work.erase(of, person, limit);
        }
    }

    private record TracesUnit(PersonalTraces of) implements Unit {

        @Override
        public String name() {
            return of.name();
        }

        @Override
        public DataKind kind() {
            return of.kind();
        }

        @Override
        public int purge(LocalDate before, int limit) {
            return of.purge(before, limit);
        }

        @Override
        public int erase(PersonKeys person, int limit) {
            return of.erase(person, limit);
        }
    }
}
