-- who has had the card network give back what it would not give back to us; only ever added to
CREATE TABLE payment_reversal (
    payment_id NVARCHAR(40) NOT NULL,
    actor NVARCHAR(40) NOT NULL,
    -- under which the network did it
    case_number NVARCHAR(64) NOT NULL,
    reversed_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_payment_reversal PRIMARY KEY (payment_id),
    CONSTRAINT fk_payment_reversal_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
);
