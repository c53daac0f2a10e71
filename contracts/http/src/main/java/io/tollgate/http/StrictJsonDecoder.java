package io.tollgate.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.json.Jackson2JsonDecoder;
import org.springframework.util.MimeType;

/**
 * Refuses card numbers, reads a body of nothing but white space as no body (Jackson would call it a value of a wrong type),
 * and says of another one all that is wrong with it.
 */
final class StrictJsonDecoder extends Jackson2JsonDecoder {
    // reading on costs a pass over the body for each fault; what is larger than any form is told of the first one
    private static final int LARGEST_EXPLAINED = 64 * 1024;

    private static final MimeType JSON = MediaType.APPLICATION_JSON;
    private static final MimeType PATCH = MimeType.valueOf(MergePatch.MEDIA_TYPE);

    private final BodyRefusal refusal;
    private final CardNumberGuard cardNumbers;

    StrictJsonDecoder(HttpJson json, BodyRefusal refusal) {
        super(json.mapper(), JSON, PATCH);
        this.refusal = refusal;
        this.cardNumbers = new CardNumberGuard(json.mapper().getFactory());
    }

    /** Other JSON (a list of patch operations, a range such as application/*) means something else; a merge patch is no form. */
    @Override
    public boolean canDecode(ResolvableType type, MimeType sent) {
        boolean patch = type.resolve() == JsonNode.class;
        return sent != null
                && (JSON.equalsTypeAndSubtype(sent) || patch && PATCH.equalsTypeAndSubtype(sent))
                && super.canDecode(type, sent);
    }

    @Override
    public Object decode(DataBuffer body, ResolvableType type, MimeType mimeType, Map<String, Object> hints) {
        if (isBlank(body)) {
            DataBufferUtils.release(body);
            return null;
        }
        refuseCardNumbers(body);
        int start = body.readPosition();
        DataBufferUtils.retain(body);
        try {
            return super.decode(body, type, mimeType, hints);
        } catch (DecodingException unreadable) {
            body.readPosition(start);
            throw explained(unreadable, body, type);
        } finally {
            DataBufferUtils.release(body);
        }
    }

    private DecodingException explained(DecodingException unreadable, DataBuffer body, ResolvableType type) {
        if (unreadable.getCause() instanceof JsonMappingException first
                && JsonRefusals.isWellFormed(first)
                && body.readableByteCount() <= LARGEST_EXPLAINED) {
            Problem problem = refusal.of(first, body.asInputStream(), getJavaType(type.getType(), null));
            return new UnreadableBody(problem, first);
        }
        return unreadable;
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
