SELECT payment_id, step, refund_id, settled, attempts
FROM payment_intent
WHERE payment_id IN (
    SELECT DISTINCT payment_id FROM payment_intent WHERE payment_id > :after
    ORDER BY payment_id OFFSET 0 ROWS FETCH NEXT 500 ROWS ONLY)
ORDER BY payment_id, step
