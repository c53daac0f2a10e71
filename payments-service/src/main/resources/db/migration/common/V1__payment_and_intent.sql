CREATE TABLE payment (
    id VARCHAR(40) NOT NULL,
    -- one payment per order, the tombstone of an order that was not seen included
    order_id VARCHAR(40) NOT NULL,
    version BIGINT NOT NULL,
    status VARCHAR(20) NOT NULL,
    decision VARCHAR(20) NOT NULL,
    user_id VARCHAR(40) NULL,
    client_id VARCHAR(40) NULL,
    amount BIGINT NULL,
    currency VARCHAR(3) NULL,
    authorization_id NVARCHAR(100) NULL,
    reason NVARCHAR(64) NULL,
    created_at DATETIME2(6) NOT NULL,
    updated_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_payment PRIMARY KEY (id),
    CONSTRAINT uq_payment_order UNIQUE (order_id),
    CONSTRAINT ck_payment_amount CHECK (amount > 0),
    CONSTRAINT ck_payment_decision CHECK (decision IN ('OPEN', 'CONFIRMED', 'CANCELED')),
    CONSTRAINT ck_payment_status CHECK (status IN ('UNSEEN', 'AUTHORIZING', 'AUTHORIZED', 'DECLINED', 'CAPTURING',
        'CAPTURED', 'CAPTURE_REFUSED', 'VOIDING', 'VOIDED', 'REFUNDING', 'REFUNDED', 'REVERSAL_REFUSED')),
    CONSTRAINT ck_payment_terms CHECK (status = 'UNSEEN'
        OR (user_id IS NOT NULL AND client_id IS NOT NULL AND amount IS NOT NULL AND currency IS NOT NULL))
);

-- the key allows one authorization, one capture, one void and one refund per payment
CREATE TABLE payment_intent (
    payment_id VARCHAR(40) NOT NULL,
    step VARCHAR(20) NOT NULL,
    settled BIT NOT NULL,
    -- forgotten when the intent is settled
    payment_token NVARCHAR(255) NULL,
    attempts INT NOT NULL,
    opened_at DATETIME2(6) NOT NULL,
    due_at DATETIME2(6) NOT NULL,
    claimed_until DATETIME2(6) NULL,
    taken_at DATETIME2(6) NULL,
    settled_at DATETIME2(6) NULL,
    trace VARCHAR(100) NULL,
    CONSTRAINT pk_payment_intent PRIMARY KEY (payment_id, step),
    CONSTRAINT fk_payment_intent_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
    CONSTRAINT ck_payment_intent_step CHECK (step IN ('AUTHORIZE', 'CAPTURE', 'VOID', 'REFUND')),
    CONSTRAINT ck_payment_intent_token CHECK (settled = 0 OR payment_token IS NULL)
);

CREATE INDEX ix_payment_intent_due ON payment_intent (settled, due_at);
