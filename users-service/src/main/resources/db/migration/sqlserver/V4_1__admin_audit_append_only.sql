-- What administrators did is only added to, by whoever may write the table at all; a TRUNCATE needs the right to alter it.
CREATE TRIGGER tr_admin_audit_append_only ON admin_audit INSTEAD OF UPDATE, DELETE AS
THROW 51000, 'admin_audit is only added to', 1
