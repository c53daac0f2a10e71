-- What gateways refused, for the clients that ask why; kept for a day.
CREATE TABLE refused_request (
    request_id  NVARCHAR(40)  NOT NULL,
    client_id   NVARCHAR(40)  NOT NULL,
    trace_id    NVARCHAR(32)  NULL,
    happened_at DATETIME2(6)  NOT NULL,
    operation   NVARCHAR(200) NULL,
    status      INT           NOT NULL,
    type        NVARCHAR(80)  NOT NULL,
    rule_name   NVARCHAR(200) NULL,
    rule_limit  BIGINT        NULL,
    remaining   BIGINT        NULL,
    reset_at    DATETIME2(6)  NULL,
    CONSTRAINT pk_refused_request PRIMARY KEY (request_id)
);

CREATE INDEX ix_refused_request_happened_at ON refused_request (happened_at);
