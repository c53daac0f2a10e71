package io.tollgate.servicebus.broker;

import io.tollgate.servicebus.topology.Settings;

/** Something with an address that messages are sent to or received from. */
public interface Entity {

    String path();

    Settings settings();

    /** The ids seen lately, or null when the entity does not look for duplicates. */
    DuplicateWindow duplicates();

    static DuplicateWindow window(Settings settings) {
        return settings.requiresDuplicateDetection()
                ? new DuplicateWindow(
                        settings.duplicateDetectionHistoryTimeWindow().toMillis())
                : null;
    }
}
