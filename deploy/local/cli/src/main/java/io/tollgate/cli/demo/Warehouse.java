package io.tollgate.cli.demo;

import io.tollgate.cli.platform.CommandFailed;
import java.time.Duration;

/** What an administrator sees of the stock. */
public final class Warehouse {

    private final ApiClient administrator;

    public Warehouse(ApiClient administrator) {
        this.administrator = administrator;
    }

    public int available(String productId) {
        return administrator
                .get("/v1/products/" + productId + "/stock")
                .expect(200)
                .body()
                .at("/available")
                .asInt();
    }

    public void awaitAvailable(String productId, int expected) {
        Await.until(
                "the stock of " + productId + " becoming " + expected,
                Duration.ofSeconds(60),
                () -> available(productId),
                now -> now == expected);
    }

    public void expectAvailable(String productId, int expected) {
        int now = available(productId);
        if (now != expected) {
            throw new CommandFailed("the stock of " + productId + " is " + now + ", not " + expected);
        }
    }
}
