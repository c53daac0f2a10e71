SELECT position, type, subject, destination, refused_at
FROM outbox
WHERE sent_at IS NULL AND position > CAST(CAST(:after AS NVARCHAR(20)) AS BIGINT)
ORDER BY position
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY
