SELECT shipment_id, order_id, state, attempts
FROM shipment
WHERE shipment_id > :after
ORDER BY shipment_id
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY
