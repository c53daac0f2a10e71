SELECT order_id, state, made_at
FROM reservation
WHERE order_id > :after
ORDER BY order_id
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY
