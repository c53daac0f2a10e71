-- A movement is only ever followed by another.
CREATE TRIGGER tr_stock_movement_append_only BEFORE UPDATE, DELETE ON stock_movement
FOR EACH ROW CALL 'io.tollgate.database.AppendOnly';
