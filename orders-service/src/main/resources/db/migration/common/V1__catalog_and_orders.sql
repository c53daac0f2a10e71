-- what orders knows of the catalog, from what products said
CREATE TABLE catalog_entry (
    product_id VARCHAR(40) NOT NULL,
    version BIGINT NOT NULL,
    name NVARCHAR(200) NOT NULL,
    price_amount BIGINT NOT NULL,
    price_currency VARCHAR(3) NOT NULL,
    as_of DATETIME2(6) NOT NULL,
    CONSTRAINT pk_catalog_entry PRIMARY KEY (product_id)
);

CREATE TABLE customer_order (
    id VARCHAR(40) NOT NULL,
    version BIGINT NOT NULL,
    user_id VARCHAR(40) NOT NULL,
    client_id VARCHAR(40) NOT NULL,
    status VARCHAR(20) NOT NULL,
    reason VARCHAR(40) NULL,
    -- null when no deadline runs
    deadline DATETIME2(6) NULL,
    stock_reserved BIT NOT NULL,
    payment_authorized BIT NOT NULL,
    -- newest version heard of the reservation and of the payment, 0 for nothing yet
    stock_version BIGINT NOT NULL,
    payment_version BIGINT NOT NULL,
    total_amount BIGINT NOT NULL,
    currency VARCHAR(3) NOT NULL,
    placed_at DATETIME2(6) NOT NULL,
    changed_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_customer_order PRIMARY KEY (id),
    CONSTRAINT ck_customer_order_status CHECK (status IN ('PLACED', 'CONFIRMED', 'SHIPPED', 'CANCELED')),
    CONSTRAINT ck_customer_order_reason CHECK (status = 'CANCELED' OR reason IS NULL),
    CONSTRAINT ck_customer_order_deadline CHECK (status <> 'PLACED' OR deadline IS NOT NULL)
);

-- a buyer's orders, newest first
CREATE INDEX ix_customer_order_buyer ON customer_order (user_id, client_id, id DESC);
-- what is overdue
CREATE INDEX ix_customer_order_deadline ON customer_order (deadline);

CREATE TABLE order_line (
    order_id VARCHAR(40) NOT NULL,
    line_no INT NOT NULL,
    product_id VARCHAR(40) NOT NULL,
    name NVARCHAR(200) NOT NULL,
    quantity INT NOT NULL,
    -- in the order's currency
    unit_price BIGINT NOT NULL,
    CONSTRAINT pk_order_line PRIMARY KEY (order_id, line_no),
    CONSTRAINT fk_order_line_customer_order FOREIGN KEY (order_id) REFERENCES customer_order (id),
    CONSTRAINT ck_order_line_quantity CHECK (quantity > 0)
);

CREATE TABLE order_timeline (
    entry_no BIGINT IDENTITY(1,1) NOT NULL,
    order_id VARCHAR(40) NOT NULL,
    status VARCHAR(20) NOT NULL,
    transition VARCHAR(40) NOT NULL,
    happened_at DATETIME2(6) NOT NULL,
    actor VARCHAR(40) NOT NULL,
    cause VARCHAR(100) NOT NULL,
    trace_id VARCHAR(32) NULL,
    detail NVARCHAR(400) NULL,
    CONSTRAINT pk_order_timeline PRIMARY KEY (entry_no),
    CONSTRAINT fk_order_timeline_customer_order FOREIGN KEY (order_id) REFERENCES customer_order (id)
);

-- one order's timeline, in the order of happening
CREATE INDEX ix_order_timeline_order ON order_timeline (order_id, entry_no);
