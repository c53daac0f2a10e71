SELECT position, consumer, type, subject, attempts, next_attempt_at
FROM parked_message
WHERE position > CAST(CAST(:after AS NVARCHAR(20)) AS BIGINT)
ORDER BY position
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY
