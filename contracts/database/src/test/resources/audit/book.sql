SELECT id, title, copies, added_at
FROM book
WHERE id > :after
ORDER BY id
OFFSET 0 ROWS FETCH NEXT 2 ROWS ONLY
