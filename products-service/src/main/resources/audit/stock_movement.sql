SELECT id, product_id, kind, on_hand, reserved, order_id
FROM stock_movement
WHERE id > :after
ORDER BY id
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY
