CREATE TABLE payment (
    id NVARCHAR(40) NOT NULL,
    -- one payment per order, the tombstone of an order that was not seen included
    order_id NVARCHAR(40) NOT NULL,
    version BIGINT NOT NULL,
    status NVARCHAR(20) NOT NULL,
    decision NVARCHAR(20) NOT NULL,
    user_id NVARCHAR(40) NULL,
    client_id NVARCHAR(40) NULL,
    amount BIGINT NULL,
    currency NVARCHAR(3) NULL,
    -- given back, and about to be
    refunded BIGINT NOT NULL,
    refunding BIGINT NOT NULL,
    authorization_id NVARCHAR(100) NULL,
    action_url NVARCHAR(2000) NULL,
    action_expires_at DATETIME2(6) NULL,
    reason NVARCHAR(64) NULL,
    created_at DATETIME2(6) NOT NULL,
    updated_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_payment PRIMARY KEY (id),
    CONSTRAINT uq_payment_order UNIQUE (order_id),
    CONSTRAINT ck_payment_amount CHECK (amount > 0),
    CONSTRAINT ck_payment_refunds CHECK (refunded >= 0 AND refunding >= 0 AND refunded + refunding <= ISNULL(amount, 0)),
    CONSTRAINT ck_payment_decision CHECK (decision IN ('OPEN', 'CONFIRMED', 'CANCELED')),
    CONSTRAINT ck_payment_status CHECK (status IN ('UNSEEN', 'AUTHORIZING', 'ACTION_REQUIRED', 'CONFIRMING', 'ABANDONING',
        'AUTHORIZED', 'DECLINED', 'CAPTURING', 'CAPTURED', 'CAPTURE_REFUSED', 'VOIDING', 'VOIDED', 'PARTIALLY_REFUNDED',
        'REFUNDING', 'REFUNDED', 'REVERSAL_REFUSED')),
    CONSTRAINT ck_payment_action CHECK (status <> 'ACTION_REQUIRED'
        OR (action_url IS NOT NULL AND action_expires_at IS NOT NULL)),
    CONSTRAINT ck_payment_terms CHECK (status = 'UNSEEN'
        OR (user_id IS NOT NULL AND client_id IS NOT NULL AND amount IS NOT NULL AND currency IS NOT NULL))
);

CREATE INDEX ix_payment_action ON payment (status, action_expires_at);
CREATE INDEX ix_payment_user ON payment (user_id);

CREATE TABLE payment_refund (
    id NVARCHAR(40) NOT NULL,
    payment_id NVARCHAR(40) NOT NULL,
    amount BIGINT NOT NULL,
    currency NVARCHAR(3) NOT NULL,
    status NVARCHAR(20) NOT NULL,
    reason NVARCHAR(64) NULL,
    requested_at DATETIME2(6) NOT NULL,
    settled_at DATETIME2(6) NULL,
    CONSTRAINT pk_payment_refund PRIMARY KEY (id),
    CONSTRAINT fk_payment_refund_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
    CONSTRAINT ck_payment_refund_amount CHECK (amount > 0),
    CONSTRAINT ck_payment_refund_status CHECK ((status = 'PENDING' AND settled_at IS NULL AND reason IS NULL)
        OR (status = 'REFUNDED' AND settled_at IS NOT NULL AND reason IS NULL)
        OR (status = 'REFUSED' AND settled_at IS NOT NULL AND reason IS NOT NULL))
);

CREATE INDEX ix_payment_refund_payment ON payment_refund (payment_id, requested_at);

-- the key allows one step of each kind per payment, and one for each refund of its own
CREATE TABLE payment_intent (
    payment_id NVARCHAR(40) NOT NULL,
    step NVARCHAR(20) NOT NULL,
    -- '' but for a refund of its own
    refund_id NVARCHAR(40) NOT NULL,
    settled BIT NOT NULL,
    -- a payment token or a customer's code, forgotten when the intent is settled
    secret NVARCHAR(255) NULL,
    attempts INT NOT NULL,
    opened_at DATETIME2(6) NOT NULL,
    due_at DATETIME2(6) NOT NULL,
    claimed_until DATETIME2(6) NULL,
    taken_at DATETIME2(6) NULL,
    settled_at DATETIME2(6) NULL,
    trace NVARCHAR(100) NULL,
    CONSTRAINT pk_payment_intent PRIMARY KEY (payment_id, step, refund_id),
    CONSTRAINT fk_payment_intent_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
    CONSTRAINT ck_payment_intent_step CHECK (step IN ('AUTHORIZE', 'CONFIRM', 'ABANDON', 'CAPTURE', 'VOID', 'REFUND')),
    CONSTRAINT ck_payment_intent_refund CHECK (refund_id = '' OR step = 'REFUND'),
    CONSTRAINT ck_payment_intent_secret CHECK (settled = 0 OR secret IS NULL)
);

CREATE INDEX ix_payment_intent_due ON payment_intent (settled, due_at);

-- a row is both entries of a transfer: what is not balanced cannot be written
CREATE TABLE ledger_transfer (
    position BIGINT IDENTITY(1, 1) NOT NULL,
    -- the key at the card network: an operation is posted once
    operation NVARCHAR(120) NOT NULL,
    line INT NOT NULL,
    kind NVARCHAR(20) NOT NULL,
    -- the payment
    reference NVARCHAR(40) NOT NULL,
    debit_account NVARCHAR(40) NOT NULL,
    credit_account NVARCHAR(40) NOT NULL,
    amount BIGINT NOT NULL,
    currency NVARCHAR(3) NOT NULL,
    posted_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_ledger_transfer PRIMARY KEY (position),
    CONSTRAINT uq_ledger_transfer_operation UNIQUE (operation, line),
    CONSTRAINT ck_ledger_transfer_amount CHECK (amount > 0),
    CONSTRAINT ck_ledger_transfer_sides CHECK (debit_account <> credit_account),
    CONSTRAINT ck_ledger_transfer_kind CHECK (kind IN ('AUTHORIZATION', 'CAPTURE', 'VOID', 'REFUND'))
);

-- each holds all that a balance or a page of entries needs
CREATE INDEX ix_ledger_transfer_debit ON ledger_transfer (debit_account, position, currency, amount);
CREATE INDEX ix_ledger_transfer_credit ON ledger_transfer (credit_account, position, currency, amount);
CREATE INDEX ix_ledger_transfer_reference ON ledger_transfer (reference);
CREATE INDEX ix_ledger_transfer_posted ON ledger_transfer (posted_at);

CREATE TABLE reconciliation (
    settlement_day DATE NOT NULL,
    -- asked for, and not made since
    pending BIT NOT NULL,
    agreeing BIGINT NOT NULL,
    requested_at DATETIME2(6) NOT NULL,
    due_at DATETIME2(6) NOT NULL,
    claimed_until DATETIME2(6) NULL,
    finished_at DATETIME2(6) NULL,
    CONSTRAINT pk_reconciliation PRIMARY KEY (settlement_day)
);

CREATE TABLE reconciliation_difference (
    settlement_day DATE NOT NULL,
    number INT NOT NULL,
    kind NVARCHAR(20) NOT NULL,
    operation NVARCHAR(255) NOT NULL,
    reference NVARCHAR(255) NOT NULL,
    our_amount BIGINT NULL,
    our_currency NVARCHAR(3) NULL,
    their_amount BIGINT NULL,
    their_currency NVARCHAR(3) NULL,
    CONSTRAINT pk_reconciliation_difference PRIMARY KEY (settlement_day, number),
    CONSTRAINT fk_reconciliation_difference_day FOREIGN KEY (settlement_day) REFERENCES reconciliation (settlement_day),
    CONSTRAINT ck_reconciliation_difference_kind CHECK (kind IN ('MISSING', 'EXTRA', 'AMOUNT'))
);
