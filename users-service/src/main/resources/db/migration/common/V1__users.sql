-- People who act. The e-mail address is kept normalised (no blanks around it, lower case), so that every database compares it alike.
CREATE TABLE user_account (
    id                 VARCHAR(40)   NOT NULL,
    email              NVARCHAR(254) NOT NULL,
    name               NVARCHAR(200) NOT NULL,
    roles              VARCHAR(200)  NOT NULL,
    password_hash      VARCHAR(200)  NOT NULL,
    credential_version BIGINT        NOT NULL,
    version            BIGINT        NOT NULL,
    created_at         DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_user_account PRIMARY KEY (id),
    CONSTRAINT uq_user_account_email UNIQUE (email)
);

-- Applications that call the platform.
CREATE TABLE api_client (
    id                 VARCHAR(40)   NOT NULL,
    name               NVARCHAR(100) NOT NULL,
    plan_name          VARCHAR(40)   NOT NULL,
    scopes             VARCHAR(1000) NOT NULL,
    credential_version BIGINT        NOT NULL,
    version            BIGINT        NOT NULL,
    created_at         DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_api_client PRIMARY KEY (id)
);

-- Their keys; of the secret only the SHA-256 in hexadecimal.
CREATE TABLE api_key (
    id          VARCHAR(40)  NOT NULL,
    client_id   VARCHAR(40)  NOT NULL,
    prefix      VARCHAR(20)  NOT NULL,
    secret_hash VARCHAR(64)  NOT NULL,
    created_at  DATETIME2(6) NOT NULL,
    CONSTRAINT pk_api_key PRIMARY KEY (id),
    CONSTRAINT fk_api_key_client FOREIGN KEY (client_id) REFERENCES api_client (id),
    CONSTRAINT uq_api_key_secret_hash UNIQUE (secret_hash)
);

CREATE INDEX ix_api_key_client ON api_key (client_id);

-- What gateways follow: positions become visible in their order, without a gap.
CREATE TABLE credential_change (
    feed_position BIGINT       NOT NULL,
    kind          VARCHAR(10)  NOT NULL,
    subject_id    VARCHAR(40)  NOT NULL,
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
