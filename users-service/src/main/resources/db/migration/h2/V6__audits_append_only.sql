-- What was done is only added to; a TRUNCATE, or whoever drops the trigger, is not stopped.
CREATE TRIGGER tr_admin_audit_append_only BEFORE UPDATE, DELETE ON admin_audit
FOR EACH ROW CALL 'io.tollgate.database.AppendOnly';
CREATE TRIGGER tr_account_audit_append_only BEFORE UPDATE, DELETE ON account_audit
FOR EACH ROW CALL 'io.tollgate.database.AppendOnly';
