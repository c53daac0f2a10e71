package io.tollgate.workers.thirdparty.network;

import io.tollgate.workers.thirdparty.Carrier;
import io.tollgate.workers.thirdparty.CarrierAnswer;
import io.tollgate.workers.thirdparty.Parcel;
import io.tollgate.workers.thirdparty.ShipmentId;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The carrier over HTTP; whatever is not a clear answer is a failure, and leaves the shipment in doubt. */
@Component
class CarrierClient implements Carrier {
    private final WebClient http;
    private final Guard guard;

    CarrierClient(WebClient.Builder builder, CarrierProperties properties, Guard guard) {
        this.http = builder.baseUrl(properties.url() + "/carrier/v1")
                .defaultHeaders(headers -> headers.setBearerAuth(properties.apiKey()))
                .build();
        this.guard = guard;
    }

    @Override
    public Mono<CarrierAnswer> book(ShipmentId id, Parcel parcel) {
        return http.post()
                .uri("/shipments")
                .header("Idempotency-Key", bookingKey(id))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(BookingRequest.of(id, parcel))
                .exchangeToMono(response -> answer(response, CarrierClient::booked))
                .as(guard::around);
    }

    @Override
    public Mono<CarrierAnswer> ask(ShipmentId id) {
        return http.get()
                .uri("/operations/{key}", bookingKey(id))
                .exchangeToMono(response -> answer(response, CarrierClient::asked))
                .as(guard::around);
    }

    @Override
    public Mono<CarrierAnswer> cancel(ShipmentId id, String parcelId) {
        return http.post()
                .uri("/shipments/{parcel}/cancellation", parcelId)
                .header("Idempotency-Key", id.value() + "-cancel")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of())
                .exchangeToMono(response -> answer(response, CarrierClient::canceled))
                .as(guard::around);
    }

    private static String bookingKey(ShipmentId id) {
        return id.value() + "-book";
    }

    private static Function<CarrierResponse, CarrierAnswer> booked(int status) {
        return status == 201 ? CarrierResponse::booked : status == 422 ? CarrierResponse::refused : null;
    }

    private static Function<CarrierResponse, CarrierAnswer> asked(int status) {
        return status == 200 ? CarrierResponse::booked : status == 404 ? CarrierResponse::neverSeen : null;
    }

    private static Function<CarrierResponse, CarrierAnswer> canceled(int status) {
        return status == 201 || status == 409 ? CarrierResponse::canceled : null;
    }

    private static Mono<CarrierAnswer> answer(
            ClientResponse response, Function<Integer, Function<CarrierResponse, CarrierAnswer>> reading) {
        Function<CarrierResponse, CarrierAnswer> read =
                reading.apply(response.statusCode().value());
        return read == null
                ? response.releaseBody().then(Mono.error(() -> UnclearAnswer.status(response.statusCode())))
                : response.bodyToMono(CarrierResponse.class).map(read);
    }
}
