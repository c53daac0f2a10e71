SELECT product_id, on_hand, reserved
FROM stock
WHERE product_id > :after
ORDER BY product_id
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY
