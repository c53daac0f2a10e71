package io.tollgate.payments;

import io.tollgate.payments.payment.IntentKey;
import io.tollgate.payments.payment.IntentSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears every signal and does nothing. */
public final class RecordedSignals implements IntentSignal {
    private final List<IntentKey> heard = new CopyOnWriteArrayList<>();

    @Override
    public void wake(IntentKey key) {
        heard.add(key);
    }

    public List<IntentKey> forget() {
        List<IntentKey> all = new ArrayList<>(heard);
        heard.clear();
        return all;
    }
}
