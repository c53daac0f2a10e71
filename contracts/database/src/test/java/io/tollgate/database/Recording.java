package io.tollgate.database;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.List;

record Recording(List<String> seen) implements ObservationHandler<Observation.Context> {
    @Override
    public void onStart(Observation.Context context) {
        seen.add(context.getName());
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return true;
    }
}
