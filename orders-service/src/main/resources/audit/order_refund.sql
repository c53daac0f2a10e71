SELECT id, order_id, amount, currency, status
FROM order_refund
WHERE id > :after
ORDER BY id
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY
