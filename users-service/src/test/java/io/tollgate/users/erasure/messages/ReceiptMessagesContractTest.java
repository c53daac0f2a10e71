package io.tollgate.users.erasure.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptMessagesContractTest {
    @ParameterizedTest
    @ValueSource(strings = {"orders", "payments", "products", "workers"})
    void a_receipt_is_understood(String publisher) {
        MessageContract contract = MessageContract.of(publisher + "/erasure-completed.v1");

        assertThat(contract.assertReads(ErasureCompletedMessage.class)
                        .from(publisher)
                        .publisher())
                .isEqualTo(publisher);
        assertThat(new WhenErasureCompleted(publisher, null).type()).isEqualTo(contract.type());
    }
}
