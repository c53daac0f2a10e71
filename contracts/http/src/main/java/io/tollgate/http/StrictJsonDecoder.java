package io.tollgate.http;

import java.nio.ByteBuffer;
import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.json.Jackson2JsonDecoder;
import org.springframework.util.MimeType;

/** Refuses card numbers, and reads a body of nothing but white space as no body; Jackson would call it a wrong type. */
final class StrictJsonDecoder extends Jackson2JsonDecoder {
    private final CardNumberGuard cardNumbers;

    StrictJsonDecoder(HttpJson json) {
        super(json.mapper());
        this.cardNumbers = new CardNumberGuard(json.mapper().getFactory());
    }

    @Override
    public Object decode(DataBuffer body, ResolvableType type, MimeType mimeType, Map<String, Object> hints) {
        if (isBlank(body)) {
            DataBufferUtils.release(body);
            return null;
        }
        refuseCardNumbers(body);
        return super.decode(body, type, mimeType, hints);
    }

    private void refuseCardNumbers(DataBuffer body) {
        byte[] bytes = new byte[body.readableByteCount()];
        body.toByteBuffer(ByteBuffer.wrap(bytes));
        try {
            cardNumbers.check(bytes);
        } catch (HttpRefusal refusal) {
            DataBufferUtils.release(body);
            throw refusal;
        }
    }

    private static boolean isBlank(DataBuffer body) {
        return body.indexOf(octet -> octet != ' ' && octet != '\n' && octet != '\r' && octet != '\t', 0) < 0;
    }
}
