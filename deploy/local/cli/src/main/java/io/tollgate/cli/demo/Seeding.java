package io.tollgate.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.cli.platform.CommandFailed;
import io.tollgate.cli.platform.Install;
import io.tollgate.cli.platform.OwnerOnlyFile;
import io.tollgate.cli.platform.Processes;
import io.tollgate.cli.platform.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Fills a fresh platform through its own API, once. */
public final class Seeding {

    static final List<String> SHOPPER_SCOPES = List.of(
            "catalog:read",
            "users:register",
            "users:read",
            "users:write",
            "orders:read",
            "orders:write",
            "payments:read",
            "payments:write");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Install install;
    private final Path file;

    public Seeding(Install install) {
        this.install = install;
        this.file = install.state().resolve("demo.json");
    }

    /** The seed of this install, planted when it has none. */
    public Seed plant() {
        try {
            if (Files.exists(file)) {
                return JSON.readValue(file.toFile(), Seed.class);
            }
            Seed seed = plantNew();
            OwnerOnlyFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(seed));
            return seed;
        } catch (IOException e) {
            throw new CommandFailed(file + " cannot be read or written: " + e.getMessage());
        }
    }

    /** The administrator that the platform was started with. */
    public static ApiClient administrator(Install install) {
        Secrets secrets = install.secrets();
        return ApiClient.withKey(install.url(Processes.GATEWAY), secrets.adminApiKey())
                .as(Secrets.ADMIN_EMAIL, secrets.adminPassword());
    }

    /** The same one where administration is done. */
    public static ApiClient administration(Install install) {
        Secrets secrets = install.secrets();
        return ApiClient.withKey(install.url(Processes.GATEWAY_ADMIN), secrets.adminApiKey())
                .as(Secrets.ADMIN_EMAIL, secrets.adminPassword());
    }

    /** A new API client of the plan named, which may do what a shop's application does; returns its key. */
    public static String newClient(Install install, String name, String plan) {
        return administration(install)
                .post("/admin/v1/clients", Map.of("name", name, "plan", plan, "scopes", SHOPPER_SCOPES))
                .expect(201)
                .text("/key/secret");
    }

    static String randomPassword() {
        byte[] bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Seed plantNew() throws IOException {
        ApiClient administrator = administrator(install);
        List<String> products = publishCatalog(administrator);
        String key = newClient(install, "demo", "partner");
        String email = "demo@customers.example";
        String password = randomPassword();
        NewUser.register(install, key, email, password, "Demo Customer");
        return new Seed(key, email, password, products);
    }

    private List<String> publishCatalog(ApiClient administrator) throws IOException {
        List<String> ids = new ArrayList<>();
        try (InputStream catalog = Seeding.class.getResourceAsStream("/catalog.json")) {
            for (JsonNode product : JSON.readTree(catalog)) {
                String id = administrator
                        .post("/v1/products", product.get("product"))
                        .expect(201)
                        .text("/id");
                stock(administrator, id, product.get("onHand").asInt());
                ids.add(id);
            }
        }
        return ids;
    }

    private static void stock(ApiClient administrator, String product, int onHand) {
        String path = "/v1/products/" + product + "/stock";
        String tag = administrator.get(path).expect(200).header("ETag");
        administrator.put(path, Map.of("onHand", onHand), "If-Match", tag).expect(200);
    }
}
