package io.tollgate.cli.command;

import io.tollgate.cli.demo.Seed;
import io.tollgate.cli.platform.Install;
import io.tollgate.cli.platform.Processes;

/** The one screen on which {@code up} ends. */
final class Screen {

    private Screen() {}

    static String of(Install install, Seed seed) {
        String gateway = install.url(Processes.GATEWAY);
        return """

                Gateway        %s
                Administration %s (on this machine alone)
                Traces         %s/traces
                Logs           %s
                API key        %s
                User           %s
                Password       %s

                Place an order:
                  curl -i %s/v1/orders -H 'X-API-Key: %s' -u '%s:%s' \\
                    -H 'Content-Type: application/json' -H "Idempotency-Key: $(date +%%s)" \\
                    -d '{"lines":[{"productId":"%s","quantity":1}],"paymentToken":"tok_visa","shippingAddress":
                      {"name":"Ada Lovelace","line1":"1 Main Street","city":"London","postalCode":"SW1Y 4JH","country":"GB"}}'

                Next: ./tollgate demo · ./tollgate status · ./tollgate trace <id> · ./tollgate down"""
                .formatted(
                        gateway,
                        install.url(Processes.GATEWAY_ADMIN),
                        install.url(Processes.INSIGHTS),
                        install.logs(),
                        seed.apiKey(),
                        seed.email(),
                        seed.password(),
                        gateway,
                        seed.apiKey(),
                        seed.email(),
                        seed.password(),
                        seed.productIds().get(0));
    }
}
