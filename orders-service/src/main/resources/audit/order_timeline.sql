SELECT order_id, entry_no, status, transition, happened_at
FROM order_timeline
WHERE order_id IN (
    SELECT DISTINCT order_id FROM order_timeline WHERE order_id > :after
    ORDER BY order_id OFFSET 0 ROWS FETCH NEXT 200 ROWS ONLY)
ORDER BY order_id, entry_no
