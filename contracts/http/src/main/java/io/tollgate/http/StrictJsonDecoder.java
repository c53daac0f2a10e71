package io.tollgate.http;

import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.json.Jackson2JsonDecoder;
import org.springframework.util.MimeType;

/** Reads a body of nothing but white space as no body; Jackson would call it a value of a wrong type. */
final class StrictJsonDecoder extends Jackson2JsonDecoder {
    StrictJsonDecoder(HttpJson json) {
        super(json.mapper());
    }

    @Override
    public Object decode(DataBuffer body, ResolvableType type, MimeType mimeType, Map<String, Object> hints) {
        if (isBlank(body)) {
            DataBufferUtils.release(body);
            return null;
        }
        return super.decode(body, type, mimeType, hints);
    }

    private static boolean isBlank(DataBuffer body) {
        return body.indexOf(octet -> octet != ' ' && octet != '\n' && octet != '\r' && octet != '\t', 0) < 0;
    }
}
