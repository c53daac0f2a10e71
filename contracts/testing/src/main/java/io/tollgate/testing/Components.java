package io.tollgate.testing;

import java.lang.reflect.RecordComponent;
import java.util.Collection;

/** The components of records: a misspelt one is read as null and nobody notices. */
final class Components {
    private Components() {}

    static void assertPresent(String path, Object value) {
        if (value == null) {
            throw new AssertionError(path + " is not in the frozen example: is the record's component misspelt?");
        }
        if (value instanceof Collection<?> items) {
            items.forEach(item -> assertPresent(path + "[]", item));
        }
        if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                assertPresent(path + '/' + component.getName(), read(component, value));
            }
        }
    }

    private static Object read(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException unreadable) {
            throw new AssertionError(component + " cannot be read", unreadable);
        }
    }
}
