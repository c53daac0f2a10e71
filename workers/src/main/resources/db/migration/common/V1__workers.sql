CREATE TABLE order_story (
    order_id NVARCHAR(40) NOT NULL,
    version BIGINT NOT NULL,
    user_id NVARCHAR(40) NULL,
    CONSTRAINT pk_order_story PRIMARY KEY (order_id)
);

CREATE TABLE notification (
    id NVARCHAR(40) NOT NULL,
    order_id NVARCHAR(40) NOT NULL,
    template NVARCHAR(40) NOT NULL,
    -- what may happen to one order more than once, such as a refund; else empty
    reference NVARCHAR(60) NOT NULL,
    parameters NVARCHAR(2000) NOT NULL,
    created_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_notification PRIMARY KEY (id),
    CONSTRAINT uq_notification_template UNIQUE (order_id, template, reference),
    CONSTRAINT fk_notification_story FOREIGN KEY (order_id) REFERENCES order_story (order_id)
);

CREATE TABLE mail_intent (
    notification_id NVARCHAR(40) NOT NULL,
    user_id NVARCHAR(40) NOT NULL,
    template NVARCHAR(60) NOT NULL,
    -- personal, perhaps a secret: gone as soon as the mail is no longer pending
    address NVARCHAR(254) NULL,
    name NVARCHAR(200) NULL,
    subject NVARCHAR(300) NULL,
    body NVARCHAR(MAX) NULL,
    state NVARCHAR(20) NOT NULL,
    attempts INT NOT NULL,
    -- when it may be tried, or when whoever tries it is believed to be dead
    next_attempt_at DATETIME2(6) NOT NULL,
    -- who tries it; only the last one may say what came of it
    claim NVARCHAR(40) NULL,
    refusal NVARCHAR(64) NULL,
    traceparent NVARCHAR(64) NULL,
    expires_at DATETIME2(6) NOT NULL,
    changed_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_mail_intent PRIMARY KEY (notification_id),
    CONSTRAINT ck_mail_intent_state CHECK (state IN ('PENDING', 'SENT', 'REFUSED', 'EXPIRED', 'ERASED')),
    CONSTRAINT ck_mail_intent_letter CHECK (
        (state = 'PENDING' AND address IS NOT NULL AND name IS NOT NULL AND subject IS NOT NULL AND body IS NOT NULL)
        OR (state <> 'PENDING' AND address IS NULL AND name IS NULL AND subject IS NULL AND body IS NULL))
);

CREATE INDEX ix_mail_intent_due ON mail_intent (state, next_attempt_at);
CREATE INDEX ix_mail_intent_user ON mail_intent (user_id, state);

-- What was decided about shipping an order: one shipment, or (the tombstone of one canceled before) none.
CREATE TABLE fulfillment (
    order_id NVARCHAR(40) NOT NULL,
    user_id NVARCHAR(40) NOT NULL,
    shipment_id NVARCHAR(40) NULL,
    canceled BIT NOT NULL,
    decided_at DATETIME2(6) NOT NULL,
    changed_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_fulfillment PRIMARY KEY (order_id),
    CONSTRAINT ck_fulfillment_decided CHECK (shipment_id IS NOT NULL OR canceled = 1)
);

-- What the carrier is asked, and what it answered; the row is the intent as long as its state is an open one.
CREATE TABLE shipment (
    shipment_id NVARCHAR(40) NOT NULL,
    order_id NVARCHAR(40) NOT NULL,
    user_id NVARCHAR(40) NOT NULL,
    version BIGINT NOT NULL,
    state NVARCHAR(20) NOT NULL,
    parcel_id NVARCHAR(100) NULL,
    carrier NVARCHAR(100) NULL,
    tracking_number NVARCHAR(100) NULL,
    -- contents and address as JSON: personal, gone as soon as the carrier has answered
    parcel NVARCHAR(MAX) NULL,
    attempts INT NOT NULL,
    -- when the carrier was last sent the booking
    taken_at DATETIME2(6) NULL,
    due_at DATETIME2(6) NOT NULL,
    claimed_until DATETIME2(6) NULL,
    opened_at DATETIME2(6) NOT NULL,
    traceparent NVARCHAR(64) NULL,
    changed_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_shipment PRIMARY KEY (shipment_id),
    CONSTRAINT uq_shipment_order UNIQUE (order_id),
    CONSTRAINT ck_shipment_state CHECK (state IN
        ('BOOKING', 'CANCEL_REQUESTED', 'BOOKED', 'REFUSED', 'CANCELING', 'CANCELED', 'CANCEL_REFUSED')),
    CONSTRAINT ck_shipment_parcel CHECK (
        (state = 'BOOKING' AND parcel IS NOT NULL) OR (state <> 'BOOKING' AND parcel IS NULL)),
    CONSTRAINT ck_shipment_receipt CHECK (state NOT IN ('BOOKED', 'CANCELING', 'CANCEL_REFUSED') OR parcel_id IS NOT NULL)
);

CREATE INDEX ix_shipment_due ON shipment (state, due_at);
CREATE INDEX ix_shipment_user ON shipment (user_id);

-- Who was erased, for ever: a message about him that comes late keeps no address. Open until the dead letters are searched.
CREATE TABLE erased_user (
    user_id NVARCHAR(40) NOT NULL,
    erased_version BIGINT NOT NULL,
    -- what lost something and was not yet counted in a receipt
    items BIGINT NOT NULL,
    -- when to search, or when whoever searches is believed to be dead
    due_at DATETIME2(6) NOT NULL,
    -- also who searches: only the last one may say that it is complete
    attempts INT NOT NULL,
    completed_at DATETIME2(6) NULL,
    CONSTRAINT pk_erased_user PRIMARY KEY (user_id)
);

CREATE INDEX ix_erased_user_due ON erased_user (completed_at, due_at);
