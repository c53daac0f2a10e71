-- Up to which position changes are not kept any more: who has read less cannot be led on.
ALTER TABLE credential_feed ADD forgotten_position BIGINT DEFAULT 0 NOT NULL;

-- those that are too old
CREATE INDEX ix_credential_change_changed_at ON credential_change (changed_at);
