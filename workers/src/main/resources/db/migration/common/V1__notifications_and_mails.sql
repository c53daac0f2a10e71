CREATE TABLE order_story (
    order_id VARCHAR(40) NOT NULL,
    version BIGINT NOT NULL,
    user_id VARCHAR(40) NULL,
    CONSTRAINT pk_order_story PRIMARY KEY (order_id)
);

CREATE TABLE notification (
    id VARCHAR(40) NOT NULL,
    order_id VARCHAR(40) NOT NULL,
    template VARCHAR(40) NOT NULL,
    reason VARCHAR(64) NULL,
    created_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_notification PRIMARY KEY (id),
    CONSTRAINT uq_notification_template UNIQUE (order_id, template),
    CONSTRAINT fk_notification_story FOREIGN KEY (order_id) REFERENCES order_story (order_id)
);

CREATE TABLE mail_intent (
    notification_id VARCHAR(40) NOT NULL,
    order_id VARCHAR(40) NOT NULL,
    user_id VARCHAR(40) NOT NULL,
    template VARCHAR(40) NOT NULL,
    reason VARCHAR(64) NULL,
    state VARCHAR(20) NOT NULL,
    attempts INT NOT NULL,
    -- when it may be tried, or when whoever tries it is believed to be dead
    next_attempt_at DATETIME2(6) NOT NULL,
    -- who tries it; only the last one may say what came of it
    claim VARCHAR(40) NULL,
    refusal VARCHAR(64) NULL,
    traceparent VARCHAR(64) NULL,
    expires_at DATETIME2(6) NOT NULL,
    changed_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_mail_intent PRIMARY KEY (notification_id),
    CONSTRAINT ck_mail_intent_state CHECK (state IN ('PENDING', 'SENT', 'REFUSED', 'EXPIRED'))
);

CREATE INDEX ix_mail_intent_due ON mail_intent (state, next_attempt_at);
CREATE INDEX ix_mail_intent_claim ON mail_intent (claim);
