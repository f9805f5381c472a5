package fr.allervers.shared.web;

import io.micrometer.common.KeyValues;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** What metrics and traces tell of a request: its route and how it ended. The address itself may hold a tenant's link. */
@Component
class ObservedRequests extends DefaultServerRequestObservationConvention {

    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext request) {
        return KeyValues.empty();
    }
}
