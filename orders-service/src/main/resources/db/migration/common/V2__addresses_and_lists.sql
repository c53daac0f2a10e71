-- an address that users keeps can be ordered with: as long there as here
ALTER TABLE customer_order ALTER COLUMN ship_name NVARCHAR(200) NULL;
ALTER TABLE customer_order ALTER COLUMN ship_line1 NVARCHAR(200) NULL;
ALTER TABLE customer_order ALTER COLUMN ship_line2 NVARCHAR(200) NULL;

-- what support lists of one user in one status: without it, all of the user's orders are read to find a page of them
CREATE INDEX ix_customer_order_user_status ON customer_order (user_id, status, placed_at DESC, id DESC);
