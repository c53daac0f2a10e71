-- A movement is only ever followed by another.
CREATE TRIGGER tr_stock_movement_append_only ON stock_movement INSTEAD OF UPDATE, DELETE AS
THROW 51000, 'stock_movement is only added to', 1
