-- One row per client, user, operation and Idempotency-Key (their keyed hash is the id).
CREATE TABLE idempotency_record (
    id             NVARCHAR(64)  NOT NULL,
    client_id      NVARCHAR(40)  NOT NULL,
    user_id        NVARCHAR(40)  NULL,
    -- keyed hash of what was asked for
    fingerprint    NVARCHAR(64)  NOT NULL,
    -- whoever holds this token may complete the row, and nobody else
    claim_token    NVARCHAR(40)  NOT NULL,
    lease_until    DATETIME2(6)  NOT NULL,
    expires_at     DATETIME2(6)  NOT NULL,
    -- null until the operation has ended
    answer_status  INT           NULL,
    answer_headers NVARCHAR(MAX) NULL,
    answer_body    NVARCHAR(MAX) NULL,
    -- instead of an answer that carried a secret
    shown_key_id   NVARCHAR(40)  NULL,
    CONSTRAINT pk_idempotency_record PRIMARY KEY (id)
);

CREATE INDEX ix_idempotency_record_expires_at ON idempotency_record (expires_at);
CREATE INDEX ix_idempotency_record_user ON idempotency_record (user_id);
