-- what orders knows of the catalog, from what products said
CREATE TABLE catalog_entry (
    product_id NVARCHAR(40) NOT NULL,
    version BIGINT NOT NULL,
    -- name and price are null of a product that is no longer sold
    name NVARCHAR(200) NULL,
    price_amount BIGINT NULL,
    price_currency NVARCHAR(3) NULL,
    as_of DATETIME2(6) NOT NULL,
    CONSTRAINT pk_catalog_entry PRIMARY KEY (product_id)
);

CREATE TABLE customer_order (
    id NVARCHAR(40) NOT NULL,
    version BIGINT NOT NULL,
    user_id NVARCHAR(40) NOT NULL,
    client_id NVARCHAR(40) NOT NULL,
    -- the partner's own name of the order, as it wrote it
    external_id NVARCHAR(64) NULL,
    -- the same in small letters behind a colon, or the id of an order that has none: no client has one twice
    external_key NVARCHAR(65) NOT NULL,
    -- what the customer sees of the stage
    status NVARCHAR(20) NOT NULL,
    stage NVARCHAR(20) NOT NULL,
    reason NVARCHAR(40) NULL,
    -- null when no deadline runs
    deadline DATETIME2(6) NULL,
    -- newest version heard of the reservation, the payment and the shipment, 0 for nothing yet
    stock_version BIGINT NOT NULL,
    payment_version BIGINT NOT NULL,
    shipment_version BIGINT NOT NULL,
    shipment_id NVARCHAR(40) NULL,
    carrier NVARCHAR(100) NULL,
    tracking_number NVARCHAR(100) NULL,
    total_amount BIGINT NOT NULL,
    -- asked back and not refused
    refunded_amount BIGINT NOT NULL,
    currency NVARCHAR(3) NOT NULL,
    -- the address is null when its user was erased
    ship_name NVARCHAR(100) NULL,
    ship_line1 NVARCHAR(100) NULL,
    ship_line2 NVARCHAR(100) NULL,
    ship_city NVARCHAR(100) NULL,
    ship_postal_code NVARCHAR(20) NULL,
    ship_region NVARCHAR(100) NULL,
    ship_country NVARCHAR(2) NULL,
    placed_at DATETIME2(6) NOT NULL,
    changed_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_customer_order PRIMARY KEY (id),
    CONSTRAINT uq_customer_order_external UNIQUE (external_key, client_id),
    CONSTRAINT ck_customer_order_stage CHECK (
        (status = 'PLACED' AND stage IN ('PLACED', 'RESERVED', 'AUTHORIZED'))
        OR (status = 'CONFIRMED' AND stage IN ('CONFIRMED', 'FULFILLING'))
        OR (status = 'SHIPPED' AND stage = 'SHIPPED')
        OR (status = 'CANCELED' AND stage = 'CANCELED')),
    CONSTRAINT ck_customer_order_reason CHECK (
        (status = 'CANCELED' AND reason IS NOT NULL) OR (status <> 'CANCELED' AND reason IS NULL)),
    CONSTRAINT ck_customer_order_deadline CHECK (
        (status IN ('PLACED', 'CONFIRMED') AND deadline IS NOT NULL)
        OR (status IN ('SHIPPED', 'CANCELED') AND deadline IS NULL)),
    CONSTRAINT ck_customer_order_shipment CHECK (status <> 'SHIPPED' OR shipment_id IS NOT NULL),
    CONSTRAINT ck_customer_order_refunded CHECK (
        refunded_amount >= 0 AND refunded_amount <= total_amount
        AND (status = 'SHIPPED' OR refunded_amount = 0))
);

-- a buyer's orders, newest first: all, and those of one status
CREATE INDEX ix_customer_order_buyer ON customer_order (user_id, client_id, placed_at DESC, id DESC);
CREATE INDEX ix_customer_order_buyer_status ON customer_order (user_id, client_id, status, placed_at DESC, id DESC);
-- what support lists: everybody's, everybody's of one status, one user's through whatever client
CREATE INDEX ix_customer_order_placed ON customer_order (placed_at DESC, id DESC);
CREATE INDEX ix_customer_order_status ON customer_order (status, placed_at DESC, id DESC);
CREATE INDEX ix_customer_order_user ON customer_order (user_id, placed_at DESC, id DESC);
-- what is overdue
CREATE INDEX ix_customer_order_deadline ON customer_order (deadline);

CREATE TABLE order_line (
    order_id NVARCHAR(40) NOT NULL,
    line_no INT NOT NULL,
    product_id NVARCHAR(40) NOT NULL,
    name NVARCHAR(200) NOT NULL,
    quantity INT NOT NULL,
    -- in the order's currency
    unit_price BIGINT NOT NULL,
    CONSTRAINT pk_order_line PRIMARY KEY (order_id, line_no),
    CONSTRAINT fk_order_line_customer_order FOREIGN KEY (order_id) REFERENCES customer_order (id),
    CONSTRAINT ck_order_line_quantity CHECK (quantity > 0)
);

-- grows with the order's version: two who write the same version of an order cannot both
CREATE TABLE order_timeline (
    order_id NVARCHAR(40) NOT NULL,
    entry_no BIGINT NOT NULL,
    status NVARCHAR(20) NOT NULL,
    transition NVARCHAR(40) NOT NULL,
    happened_at DATETIME2(6) NOT NULL,
    actor NVARCHAR(40) NOT NULL,
    cause NVARCHAR(100) NOT NULL,
    trace_id NVARCHAR(32) NULL,
    detail NVARCHAR(400) NULL,
    CONSTRAINT pk_order_timeline PRIMARY KEY (order_id, entry_no),
    CONSTRAINT fk_order_timeline_customer_order FOREIGN KEY (order_id) REFERENCES customer_order (id)
);

CREATE TABLE order_refund (
    id NVARCHAR(40) NOT NULL,
    order_id NVARCHAR(40) NOT NULL,
    amount BIGINT NOT NULL,
    currency NVARCHAR(3) NOT NULL,
    status NVARCHAR(20) NOT NULL,
    -- in the words of who asked; gone when the order's user was erased
    reason NVARCHAR(200) NULL,
    -- why payments refused
    refusal NVARCHAR(64) NULL,
    requested_by NVARCHAR(40) NOT NULL,
    requested_at DATETIME2(6) NOT NULL,
    settled_at DATETIME2(6) NULL,
    CONSTRAINT pk_order_refund PRIMARY KEY (id),
    CONSTRAINT fk_order_refund_customer_order FOREIGN KEY (order_id) REFERENCES customer_order (id),
    CONSTRAINT ck_order_refund_amount CHECK (amount > 0),
    CONSTRAINT ck_order_refund_status CHECK (
        (status = 'REQUESTED' AND settled_at IS NULL)
        OR (status IN ('PAID', 'REFUSED') AND settled_at IS NOT NULL))
);

-- an order's refunds, newest first
CREATE INDEX ix_order_refund_order ON order_refund (order_id, id DESC);

-- who was erased, for ever: nobody orders in their name any more
CREATE TABLE erased_user (
    user_id NVARCHAR(40) NOT NULL,
    -- when to look for what was under way as the user was erased; null when that was done
    look_again_at DATETIME2(6) NULL,
    CONSTRAINT pk_erased_user PRIMARY KEY (user_id)
);

CREATE INDEX ix_erased_user_again ON erased_user (look_again_at);
