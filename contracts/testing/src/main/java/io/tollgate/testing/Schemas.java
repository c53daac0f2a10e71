package io.tollgate.testing;

import com.networknt.schema.DisallowUnknownKeywordFactory;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi31;
import java.util.stream.Stream;

/** How schemas are read: a keyword that does not exist is a mistake, not a remark. */
final class Schemas {
    /** JSON Schema 2020-12, for messages. */
    static final JsonSchemaFactory MESSAGES = strict(JsonMetaSchema.builder(JsonMetaSchema.getV202012()));

    /** OpenAPI 3.1, whose document is no schema itself but is read as one to find the schemas within. */
    static final JsonSchemaFactory API = strict(JsonMetaSchema.builder(OpenApi31.getInstance())
            .keywords(Stream.of("openapi", "info", "servers", "tags", "security", "paths", "components")
                    .map(NonValidationKeyword::new)
                    .toList()));

    private Schemas() {}

    private static JsonSchemaFactory strict(JsonMetaSchema.Builder dialect) {
        JsonMetaSchema strict = dialect.unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
                .build();
        return JsonSchemaFactory.getInstance(
                VersionFlag.V202012, factory -> factory.metaSchema(strict).defaultMetaSchemaIri(strict.getIri()));
    }
}
