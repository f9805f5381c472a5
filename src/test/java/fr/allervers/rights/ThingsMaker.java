package fr.allervers.rights;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.outcome.Decided;
import fr.allervers.allocation.session.ItemRows;
import fr.allervers.allocation.session.SessionRows;
import fr.allervers.documents.DocumentStore;
import fr.allervers.testing.Fixture;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes agencies of which there is a thing of each kind. */
@Fixture
class ThingsMaker {

    final JdbcClient jdbc;
    final DocumentStore documents;
    final Tenants tenants;
    final CommitteeRoom rooms;
    final Decided decided;
    final SessionRows sessions;
    final ItemRows items;
    final People people;

    ThingsMaker(
            JdbcClient jdbc,
            DocumentStore documents,
            Tenants tenants,
            CommitteeRoom rooms,
            Decided decided,
            SessionRows sessions,
            ItemRows items,
            People people) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.tenants = tenants;
        this.rooms = rooms;
        this.decided = decided;
        this.sessions = sessions;
        this.items = items;
        this.people = people;
    }

    ThingsOfAnAgency make() {
        return new MadeThings(this).things();
    }
}
