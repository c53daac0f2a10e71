-- How much a client may ask for. Plans of the file are rewritten from it, those of the API by their versions.
CREATE TABLE api_plan (
    name       NVARCHAR(40)  NOT NULL,
    source     NVARCHAR(10)  NOT NULL,
    -- the plan without its name, as JSON
    definition NVARCHAR(MAX) NOT NULL,
    version    BIGINT        NOT NULL,
    changed_at DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_api_plan PRIMARY KEY (name),
    CONSTRAINT ck_api_plan_source CHECK (source IN ('FILE', 'API'))
);

-- One row: whoever changes plans holds it until the commit, so that a file is applied as a whole.
CREATE TABLE plan_book (
    id      INT    NOT NULL,
    changes BIGINT NOT NULL,
    CONSTRAINT pk_plan_book PRIMARY KEY (id),
    CONSTRAINT ck_plan_book_one CHECK (id = 1)
);

INSERT INTO plan_book (id, changes) VALUES (1, 0);

-- The plans that clients have already, at the smallest rate until the file is read at the start.
INSERT INTO api_plan (name, source, definition, version, changed_at)
SELECT DISTINCT plan_name, 'FILE',
    '{"limits":[{"name":"burst","per":"client","algorithm":"token-bucket","limit":100,"windowSeconds":60,"burst":100,"mode":"enforce"}]}',
    1, '2026-11-21T00:00:00'
FROM api_client;

-- The position of the latest change of a plan: what gateways compare their plans with.
ALTER TABLE credential_feed ADD plans_position BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE api_client ADD organization NVARCHAR(200) NULL;
-- e-mail addresses with a blank between them
ALTER TABLE api_client ADD contacts NVARCHAR(2600) DEFAULT '' NOT NULL;
-- networks (CIDR) with a blank between them
ALTER TABLE api_client ADD network_allow NVARCHAR(2300) DEFAULT '' NOT NULL;
ALTER TABLE api_client ADD network_deny NVARCHAR(2300) DEFAULT '' NOT NULL;
ALTER TABLE api_client ADD status NVARCHAR(10) DEFAULT 'ACTIVE' NOT NULL;
ALTER TABLE api_client ADD expires_at DATETIME2(6) NULL;
ALTER TABLE api_client ADD time_zone NVARCHAR(64) DEFAULT 'UTC' NOT NULL;
ALTER TABLE api_client ADD owner_id NVARCHAR(40) NULL;
ALTER TABLE api_client ADD CONSTRAINT ck_api_client_status CHECK (status IN ('ACTIVE', 'SUSPENDED', 'CLOSED'));
ALTER TABLE api_client ADD CONSTRAINT fk_api_client_plan FOREIGN KEY (plan_name) REFERENCES api_plan (name);

CREATE INDEX ix_api_client_plan ON api_client (plan_name, id);
CREATE INDEX ix_api_client_status ON api_client (status, id);
CREATE INDEX ix_api_client_owner ON api_client (owner_id, id);

-- Whoever could make clients may read them.
UPDATE api_client SET scopes = CONCAT(scopes, ' clients:read')
WHERE scopes LIKE '%clients:write%' AND scopes NOT LIKE '%clients:read%';

ALTER TABLE api_key ADD environment NVARCHAR(4) DEFAULT 'live' NOT NULL;
ALTER TABLE api_key ADD expires_at DATETIME2(6) NULL;
ALTER TABLE api_key ADD revoked_at DATETIME2(6) NULL;
ALTER TABLE api_key ADD last_used_at DATETIME2(6) NULL;
-- A live key has one of the client's two places; a dead one has its own id there.
ALTER TABLE api_key ADD slot NVARCHAR(40) DEFAULT '1' NOT NULL;
ALTER TABLE api_key ADD CONSTRAINT ck_api_key_environment CHECK (environment IN ('live', 'test'));
ALTER TABLE api_key ADD CONSTRAINT ck_api_key_slot CHECK (slot IN ('1', '2') OR slot = id);
ALTER TABLE api_key ADD CONSTRAINT uq_api_key_slot UNIQUE (client_id, slot);

-- What administrators did. Only ever added to; each entry carries the hash of the one before it.
CREATE TABLE admin_audit (
    entry         BIGINT        NOT NULL,
    subject       NVARCHAR(80)  NOT NULL,
    deed          NVARCHAR(40)  NOT NULL,
    actor_user    NVARCHAR(40)  NULL,
    actor_client  NVARCHAR(40)  NULL,
    state_before  NVARCHAR(MAX) NULL,
    state_after   NVARCHAR(MAX) NULL,
    trace_id      NVARCHAR(32)  NULL,
    happened_at   DATETIME2(6)  NOT NULL,
    previous_hash NVARCHAR(64)  NOT NULL,
    entry_hash    NVARCHAR(64)  NOT NULL,
    CONSTRAINT pk_admin_audit PRIMARY KEY (entry)
);

CREATE INDEX ix_admin_audit_subject ON admin_audit (subject, entry);

-- One row: the latest entry. Whoever adds one holds it until the commit.
CREATE TABLE admin_audit_head (
    id         INT          NOT NULL,
    entry      BIGINT       NOT NULL,
    entry_hash NVARCHAR(64) NOT NULL,
    CONSTRAINT pk_admin_audit_head PRIMARY KEY (id),
    CONSTRAINT ck_admin_audit_head_one CHECK (id = 1)
);

INSERT INTO admin_audit_head (id, entry, entry_hash) VALUES (1, 0, '');
