-- A transfer is only ever followed by another.
CREATE TRIGGER tr_ledger_transfer_append_only BEFORE UPDATE, DELETE ON ledger_transfer
FOR EACH ROW CALL 'io.tollgate.database.AppendOnly';
