SELECT l.order_id, l.product_id, l.quantity, r.state
FROM reservation_line l
JOIN reservation r ON r.order_id = l.order_id
WHERE l.order_id IN (
    SELECT DISTINCT order_id FROM reservation_line WHERE order_id > :after
    ORDER BY order_id OFFSET 0 ROWS FETCH NEXT 500 ROWS ONLY)
ORDER BY l.order_id, l.product_id
