SELECT id, user_id, client_id, status, reason, deadline, total_amount, refunded_amount, currency, placed_at
FROM customer_order
WHERE id > :after
ORDER BY id
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY
