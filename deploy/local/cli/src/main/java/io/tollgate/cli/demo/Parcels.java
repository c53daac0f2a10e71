package io.tollgate.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.cli.platform.CommandFailed;
import io.tollgate.cli.platform.Install;
import io.tollgate.cli.platform.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** The carrier's own view of our shipments. */
public final class Parcels {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Install install;

    public Parcels(Install install) {
        this.install = install;
    }

    /** Whatever the carrier has for a shipment: one, or something went wrong. */
    public List<JsonNode> of(String shipmentId) {
        URI uri = URI.create(install.url(Processes.SANDBOX) + "/carrier/v1/shipments?reference=" + shipmentId);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + install.secrets().carrierKey())
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode items = new ObjectMapper().readTree(response.body()).at("/items");
            return StreamSupport.stream(items.spliterator(), false).toList();
        } catch (IOException e) {
            throw new CommandFailed("the carrier does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    /** The one parcel of a shipment, under the tracking number that the customer was told. */
    public void expectOne(String shipmentId, String trackingNumber) {
        List<String> numbers = of(shipmentId).stream()
                .map(parcel -> parcel.at("/trackingNumber").asText())
                .toList();
        if (!numbers.equals(List.of(trackingNumber))) {
            throw new CommandFailed("the carrier has " + numbers + " for " + shipmentId + ", not " + trackingNumber);
        }
    }
}
