-- People who act. The e-mail address is kept normalised (no blanks around it, lower case), so that every database compares it alike.
CREATE TABLE user_account (
    id                 NVARCHAR(40)  NOT NULL,
    -- of an erased account its id: a unique column cannot be empty twice on SQL Server
    email              NVARCHAR(254) NOT NULL,
    -- what the address becomes once it is proven
    pending_email      NVARCHAR(254) NULL,
    name               NVARCHAR(200) NOT NULL,
    -- the name as it is searched for, in lower case
    name_key           NVARCHAR(200) NOT NULL,
    locale             NVARCHAR(35)  NOT NULL,
    order_mails        BIT           NOT NULL,
    status             NVARCHAR(20)  NOT NULL,
    verified           BIT           NOT NULL,
    -- all in one, for whoever signs in; user_role has them apart, for whoever searches
    roles              NVARCHAR(200) NOT NULL,
    password_hash      NVARCHAR(200) NOT NULL,
    credential_version BIGINT        NOT NULL,
    version            BIGINT        NOT NULL,
    address_count      INT DEFAULT 0 NOT NULL,
    -- the default is one by construction
    default_address_id NVARCHAR(40)  NULL,
    created_at         DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_user_account PRIMARY KEY (id),
    CONSTRAINT uq_user_account_email UNIQUE (email),
    CONSTRAINT ck_user_account_status CHECK (status IN ('UNVERIFIED', 'ACTIVE', 'DEACTIVATED', 'ERASED')),
    CONSTRAINT ck_user_account_addresses CHECK (address_count BETWEEN 0 AND 20)
);

-- the list by status, and the unverified that are too old (an id begins with its time)
CREATE INDEX ix_user_account_status ON user_account (status, id);
CREATE INDEX ix_user_account_name_key ON user_account (name_key);

CREATE TABLE user_role (
    user_id   NVARCHAR(40) NOT NULL,
    role_name NVARCHAR(40) NOT NULL,
    CONSTRAINT pk_user_role PRIMARY KEY (user_id, role_name),
    CONSTRAINT fk_user_role_user FOREIGN KEY (user_id) REFERENCES user_account (id),
    CONSTRAINT ck_user_role_name CHECK (role_name IN ('customer', 'catalog-manager', 'support', 'admin'))
);

CREATE INDEX ix_user_role_name ON user_role (role_name, user_id);

-- One row: how many active administrators there are. Whoever takes one away holds the row until the commit, so two cannot take the last two.
CREATE TABLE administrators (
    id     INT    NOT NULL,
    active BIGINT NOT NULL,
    CONSTRAINT pk_administrators PRIMARY KEY (id),
    CONSTRAINT ck_administrators_one CHECK (id = 1),
    CONSTRAINT ck_administrators_active CHECK (active >= 0)
);

INSERT INTO administrators (id, active) VALUES (1, 0);

CREATE TABLE user_address (
    id          NVARCHAR(40)  NOT NULL,
    user_id     NVARCHAR(40)  NOT NULL,
    name        NVARCHAR(200) NOT NULL,
    line1       NVARCHAR(200) NOT NULL,
    line2       NVARCHAR(200) NULL,
    city        NVARCHAR(100) NOT NULL,
    postal_code NVARCHAR(20)  NOT NULL,
    region      NVARCHAR(100) NULL,
    country     NVARCHAR(2)   NOT NULL,
    version     BIGINT        NOT NULL,
    created_at  DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_user_address PRIMARY KEY (id),
    CONSTRAINT fk_user_address_user FOREIGN KEY (user_id) REFERENCES user_account (id)
);

CREATE INDEX ix_user_address_user ON user_address (user_id, id);

-- What was mailed to prove that an address is somebody's; of the token only the SHA-256 in hexadecimal.
CREATE TABLE account_token (
    token_hash NVARCHAR(64) NOT NULL,
    user_id    NVARCHAR(40) NOT NULL,
    purpose    NVARCHAR(20) NOT NULL,
    expires_at DATETIME2(6) NOT NULL,
    used_at    DATETIME2(6) NULL,
    CONSTRAINT pk_account_token PRIMARY KEY (token_hash),
    CONSTRAINT fk_account_token_user FOREIGN KEY (user_id) REFERENCES user_account (id),
    CONSTRAINT ck_account_token_purpose CHECK (purpose IN ('VERIFY', 'CHANGE_EMAIL', 'RESET'))
);

CREATE INDEX ix_account_token_user ON account_token (user_id, purpose);
CREATE INDEX ix_account_token_expires_at ON account_token (expires_at);

-- How many mails an address (its keyed hash) got lately from requests that anybody can send.
CREATE TABLE mail_allowance (
    address_digest NVARCHAR(64) NOT NULL,
    window_start   DATETIME2(6) NOT NULL,
    mails          INT          NOT NULL,
    CONSTRAINT pk_mail_allowance PRIMARY KEY (address_digest)
);

CREATE INDEX ix_mail_allowance_window ON mail_allowance (window_start);

-- Who did what to an account, when. Only ever added to; keyed hashes instead of addresses, so that it outlives an erasure.
CREATE TABLE account_audit (
    entry         BIGINT IDENTITY(1,1) NOT NULL,
    user_id       NVARCHAR(40)  NOT NULL,
    act           NVARCHAR(40)  NOT NULL,
    actor_id      NVARCHAR(40)  NULL,
    client_id     NVARCHAR(40)  NULL,
    email_digest  NVARCHAR(64)  NULL,
    detail        NVARCHAR(200) NULL,
    happened_at   DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_account_audit PRIMARY KEY (entry)
);

CREATE INDEX ix_account_audit_user ON account_audit (user_id, entry);

-- Accounts that were closed, until everybody who kept something of the user has said that it is gone.
CREATE TABLE erasure (
    user_id      NVARCHAR(40) NOT NULL,
    user_version BIGINT       NOT NULL,
    erased_at    DATETIME2(6) NOT NULL,
    -- the fact is said again while this is past and the erasure not completed
    repeat_at    DATETIME2(6) NOT NULL,
    completed_at DATETIME2(6) NULL,
    CONSTRAINT pk_erasure PRIMARY KEY (user_id)
);

CREATE INDEX ix_erasure_open ON erasure (completed_at, repeat_at);

CREATE TABLE erasure_receipt (
    user_id      NVARCHAR(40) NOT NULL,
    publisher    NVARCHAR(40) NOT NULL,
    items        BIGINT       NOT NULL,
    completed_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_erasure_receipt PRIMARY KEY (user_id, publisher)
);

-- Applications that call the platform.
CREATE TABLE api_client (
    id                 NVARCHAR(40)  NOT NULL,
    name               NVARCHAR(100) NOT NULL,
    plan_name          NVARCHAR(40)  NOT NULL,
    scopes             NVARCHAR(1000) NOT NULL,
    credential_version BIGINT        NOT NULL,
    version            BIGINT        NOT NULL,
    created_at         DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_api_client PRIMARY KEY (id)
);

-- Their keys; of the secret only the SHA-256 in hexadecimal.
CREATE TABLE api_key (
    id          NVARCHAR(40) NOT NULL,
    client_id   NVARCHAR(40) NOT NULL,
    prefix      NVARCHAR(20) NOT NULL,
    secret_hash NVARCHAR(64) NOT NULL,
    created_at  DATETIME2(6) NOT NULL,
    CONSTRAINT pk_api_key PRIMARY KEY (id),
    CONSTRAINT fk_api_key_client FOREIGN KEY (client_id) REFERENCES api_client (id),
    CONSTRAINT uq_api_key_secret_hash UNIQUE (secret_hash)
);

CREATE INDEX ix_api_key_client ON api_key (client_id);

-- What gateways follow: positions become visible in their order, without a gap.
CREATE TABLE credential_change (
    feed_position BIGINT       NOT NULL,
    kind          NVARCHAR(10) NOT NULL,
    subject_id    NVARCHAR(40) NOT NULL,
    version       BIGINT       NOT NULL,
    changed_at    DATETIME2(6) NOT NULL,
    CONSTRAINT pk_credential_change PRIMARY KEY (feed_position),
    CONSTRAINT ck_credential_change_kind CHECK (kind IN ('client', 'key', 'user'))
);

-- One row: whoever appends holds it until the commit, so that no position is seen before a smaller one.
CREATE TABLE credential_feed (
    id            INT    NOT NULL,
    last_position BIGINT NOT NULL,
    CONSTRAINT pk_credential_feed PRIMARY KEY (id),
    CONSTRAINT ck_credential_feed_one CHECK (id = 1)
);

INSERT INTO credential_feed (id, last_position) VALUES (1, 0);
