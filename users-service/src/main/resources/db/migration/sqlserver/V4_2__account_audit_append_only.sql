-- The same for what became of accounts.
CREATE TRIGGER tr_account_audit_append_only ON account_audit INSTEAD OF UPDATE, DELETE AS
THROW 51000, 'account_audit is only added to', 1
