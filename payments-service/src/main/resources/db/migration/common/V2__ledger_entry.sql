-- a file of its own: SQL Server makes a view in a batch of its own
CREATE VIEW ledger_entry AS
SELECT position, operation, line, kind, reference, debit_account AS account, credit_account AS counterpart,
    amount AS amount, currency, posted_at
FROM ledger_transfer
UNION ALL
SELECT position, operation, line, kind, reference, credit_account AS account, debit_account AS counterpart,
    0 - amount AS amount, currency, posted_at
FROM ledger_transfer;
