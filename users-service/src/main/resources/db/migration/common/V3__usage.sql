-- How much of a quota of its plan a client has used in a period of its time zone; what gateways hold counts as used.
CREATE TABLE quota_count (
    id         NVARCHAR(40) NOT NULL,
    client_id  NVARCHAR(40) NOT NULL,
    quota_name NVARCHAR(40) NOT NULL,
    unit       NVARCHAR(10) NOT NULL,
    period     NVARCHAR(10) NOT NULL,
    -- the first day of the period where the client is: another time zone goes on with the same count
    first_day  DATE         NOT NULL,
    ends_at    DATETIME2(6) NOT NULL,
    used       BIGINT       NOT NULL,
    -- the plan's limit; where that was lowered below it, what is used already
    ceiling    BIGINT       NOT NULL,
    -- up to which percentage somebody was told
    told       INT          NOT NULL,
    CONSTRAINT pk_quota_count PRIMARY KEY (id),
    CONSTRAINT uq_quota_count UNIQUE (client_id, quota_name, unit, period, first_day),
    CONSTRAINT ck_quota_count_used CHECK (used >= 0 AND used <= ceiling)
);

CREATE INDEX ix_quota_count_ends_at ON quota_count (ends_at);

-- Counts that a gateway holds. Returned once; one that nobody returns stays used.
CREATE TABLE quota_lease (
    id          NVARCHAR(40) NOT NULL,
    count_id    NVARCHAR(40) NOT NULL,
    gateway_id  NVARCHAR(40) NOT NULL,
    granted     BIGINT       NOT NULL,
    expires_at  DATETIME2(6) NOT NULL,
    unused      BIGINT       NULL,
    returned_at DATETIME2(6) NULL,
    CONSTRAINT pk_quota_lease PRIMARY KEY (id),
    CONSTRAINT fk_quota_lease_count FOREIGN KEY (count_id) REFERENCES quota_count (id),
    CONSTRAINT ck_quota_lease_unused CHECK (unused BETWEEN 0 AND granted)
);

CREATE INDEX ix_quota_lease_count ON quota_lease (count_id, returned_at);
CREATE INDEX ix_quota_lease_expires_at ON quota_lease (expires_at);

-- Reports of gateways that were taken, so that a repeated one counts once.
CREATE TABLE usage_report (
    id          NVARCHAR(40) NOT NULL,
    gateway_id  NVARCHAR(40) NOT NULL,
    received_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_usage_report PRIMARY KEY (id)
);

CREATE INDEX ix_usage_report_received_at ON usage_report (received_at);

-- What clients did, per day of their time zone.
CREATE TABLE usage_count (
    client_id NVARCHAR(40)  NOT NULL,
    used_on   DATE          NOT NULL,
    operation NVARCHAR(200) NOT NULL,
    status    INT           NOT NULL,
    calls     BIGINT        NOT NULL,
    bytes_in  BIGINT        NOT NULL,
    bytes_out BIGINT        NOT NULL,
    CONSTRAINT pk_usage_count PRIMARY KEY (client_id, used_on, operation, status)
);

CREATE INDEX ix_usage_count_used_on ON usage_count (used_on);
