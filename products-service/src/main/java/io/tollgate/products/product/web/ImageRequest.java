package io.tollgate.products.product.web;

import io.tollgate.products.product.Image;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A picture by reference. */
record ImageRequest(
        @NotNull @Size(max = 1000) @Pattern(regexp = HTTPS, message = "must be an https address") String url,
        @NotNull @Size(max = 300) @Pattern(regexp = ProductRequest.LINE, message = "must be one line of text")
                String alt) {
    private static final String HOST = "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?";
    private static final String REST = "(?:[/?#][A-Za-z0-9/?#._~:@!$&'()*+,;=%-]*)?";
    private static final String HTTPS = "https://" + HOST + "(?::[0-9]{1,5})?" + REST;

    ImageRequest {
        alt = ProductRequest.normalized(alt);
    }

    static ImageRequest of(Image image) {
        return new ImageRequest(image.url(), image.alt());
    }

    Image toImage() {
        return new Image(url, alt);
    }
}
