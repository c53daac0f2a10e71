-- A transfer is only ever followed by another.
CREATE TRIGGER tr_ledger_transfer_append_only ON ledger_transfer INSTEAD OF UPDATE, DELETE AS
THROW 51000, 'ledger_transfer is only added to', 1
