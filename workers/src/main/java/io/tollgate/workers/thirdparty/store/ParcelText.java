package io.tollgate.workers.thirdparty.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.tollgate.workers.thirdparty.Parcel;

/** A parcel in one column, as JSON, until it is forgotten. */
final class ParcelText {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private ParcelText() {}

    static String write(Parcel parcel) {
        try {
            return JSON.writeValueAsString(parcel);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("a parcel cannot be written");
        }
    }

    static Parcel read(String column) {
        try {
            return JSON.readValue(column, Parcel.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a parcel cannot be read");
        }
    }
}
