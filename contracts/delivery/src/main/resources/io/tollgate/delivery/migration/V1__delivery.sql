-- What this service has to say. The order of position is the order of sending; a row is sent when sent_at is set,
-- and waits for a human when refused_at is.
CREATE TABLE outbox (
    position BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT pk_outbox PRIMARY KEY,
    message_id NVARCHAR(100) NOT NULL,
    source NVARCHAR(120) NOT NULL,
    destination NVARCHAR(100) NOT NULL,
    type NVARCHAR(120) NOT NULL,
    subject NVARCHAR(120) NOT NULL,
    version BIGINT NOT NULL,
    session_id NVARCHAR(128) NULL,
    time_to_live BIGINT NULL,
    traceparent NVARCHAR(64) NULL,
    tracestate NVARCHAR(512) NULL,
    properties NVARCHAR(MAX) NOT NULL,
    body NVARCHAR(MAX) NOT NULL,
    occurred_at DATETIME2(6) NOT NULL,
    created_at DATETIME2(6) NOT NULL,
    sent_at DATETIME2(6) NULL,
    refused_at DATETIME2(6) NULL,
    refusal NVARCHAR(1000) NULL
);

CREATE INDEX ix_outbox_unsent ON outbox (sent_at, position);
CREATE INDEX ix_outbox_refused ON outbox (refused_at, subject);

-- What this service has done already: the row is written in the transaction of the effect.
CREATE TABLE inbox (
    consumer NVARCHAR(60) NOT NULL,
    source NVARCHAR(120) NOT NULL,
    message_id NVARCHAR(100) NOT NULL,
    outcome NVARCHAR(20) NOT NULL,
    received_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_inbox PRIMARY KEY (consumer, source, message_id)
);

CREATE INDEX ix_inbox_received ON inbox (received_at);

-- What failed and will be tried again; within one key the lowest position goes first and the others wait for it.
CREATE TABLE parked_message (
    position BIGINT IDENTITY(1,1) NOT NULL CONSTRAINT pk_parked_message PRIMARY KEY,
    consumer NVARCHAR(60) NOT NULL,
    source NVARCHAR(120) NOT NULL,
    message_id NVARCHAR(100) NOT NULL,
    parking_key NVARCHAR(200) NOT NULL,
    type NVARCHAR(120) NOT NULL,
    subject NVARCHAR(120) NOT NULL,
    entity NVARCHAR(260) NOT NULL,
    traceparent NVARCHAR(64) NULL,
    tracestate NVARCHAR(512) NULL,
    replayed BIT NOT NULL,
    body NVARCHAR(MAX) NOT NULL,
    occurred_at DATETIME2(6) NOT NULL,
    parked_at DATETIME2(6) NOT NULL,
    attempts INT NOT NULL,
    next_attempt_at DATETIME2(6) NOT NULL,
    exception_class NVARCHAR(300) NULL,
    failure NVARCHAR(1000) NULL,
    CONSTRAINT uq_parked_message UNIQUE (consumer, source, message_id)
);

CREATE INDEX ix_parked_message_due ON parked_message (next_attempt_at);
CREATE INDEX ix_parked_message_key ON parked_message (consumer, parking_key, position);

-- Who does what only one process may do. The epoch grows with every change of hands.
CREATE TABLE delivery_lease (
    name NVARCHAR(40) NOT NULL CONSTRAINT pk_delivery_lease PRIMARY KEY,
    holder NVARCHAR(60) NOT NULL,
    epoch BIGINT NOT NULL,
    expires_at DATETIME2(6) NOT NULL
);

INSERT INTO delivery_lease (name, holder, epoch, expires_at) VALUES ('outbox', '', 0, '2000-01-01 00:00:00');
INSERT INTO delivery_lease (name, holder, epoch, expires_at) VALUES ('parking', '', 0, '2000-01-01 00:00:00');
INSERT INTO delivery_lease (name, holder, epoch, expires_at) VALUES ('purge', '', 0, '2000-01-01 00:00:00');
