package io.tollgate.users.registration.web;

/** All that a registration is told: the same whoever asks, and whether the address is known or not. */
record RegistrationStatus(String status) {
    static final RegistrationStatus ACCEPTED = new RegistrationStatus("accepted");
    static final RegistrationStatus VERIFIED = new RegistrationStatus("verified");
}
