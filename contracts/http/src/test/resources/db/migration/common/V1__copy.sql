CREATE TABLE copy (
    id   BIGINT IDENTITY(1, 1) NOT NULL,
    note NVARCHAR(100)         NOT NULL,
    CONSTRAINT pk_copy PRIMARY KEY (id)
);
