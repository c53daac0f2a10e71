SELECT position, operation, kind, reference, debit_account, credit_account, amount, currency
FROM ledger_transfer
WHERE position > CAST(CAST(:after AS NVARCHAR(20)) AS BIGINT)
ORDER BY position
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY
