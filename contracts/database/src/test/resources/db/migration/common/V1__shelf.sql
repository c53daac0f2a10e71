CREATE TABLE book (
    id VARCHAR(40) NOT NULL CONSTRAINT pk_book PRIMARY KEY,
    title NVARCHAR(200) NOT NULL,
    copies BIGINT NOT NULL CONSTRAINT ck_book_copies CHECK (copies >= 0),
    added_at DATETIME2(6) NOT NULL
);
