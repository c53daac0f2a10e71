SELECT id, order_id, status, amount, currency, refunded
FROM payment
WHERE id > :after
ORDER BY id
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY
