-- What is looked for has a column; the rest of a product is one document, which is read and written as a whole.
CREATE TABLE product (
    id NVARCHAR(40) NOT NULL,
    version BIGINT NOT NULL,
    status NVARCHAR(10) NOT NULL,
    sku NVARCHAR(64) NOT NULL,
    -- the SKU in upper case: the two databases disagree about whether case makes a difference
    sku_key NVARCHAR(64) NOT NULL,
    name NVARCHAR(200) NOT NULL,
    -- the beginning of the name as lists are sorted by it
    name_key NVARCHAR(80) NOT NULL,
    document NVARCHAR(MAX) NOT NULL,
    -- the price in effect; 0 and no currency while a draft has none
    price_amount BIGINT NOT NULL,
    price_currency NVARCHAR(3) NOT NULL,
    -- when another price may come into effect
    reprice_at DATETIME2(6) NULL,
    created_at DATETIME2(6) NOT NULL,
    updated_at DATETIME2(6) NOT NULL,
    published_at DATETIME2(6) NULL,
    retired_at DATETIME2(6) NULL,
    -- when it was published, or made while it is a draft
    listed_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_product PRIMARY KEY (id),
    CONSTRAINT uq_product_sku UNIQUE (sku_key),
    CONSTRAINT ck_product_status CHECK (status IN ('DRAFT', 'ACTIVE', 'RETIRED')),
    CONSTRAINT ck_product_price CHECK (price_amount > 0 OR (price_amount = 0 AND status = 'DRAFT'))
);

-- One for each order that a list can have: a page is read off it and the rest is never sorted.
CREATE INDEX ix_product_listed ON product (status, listed_at, id);
CREATE INDEX ix_product_name ON product (status, name_key, id);
CREATE INDEX ix_product_price ON product (status, price_currency, price_amount, id);
-- Every second: whose price changes now?
CREATE INDEX ix_product_reprice ON product (reprice_at);

-- What a product can be found by: its words (w…) and its categories (c…), in hexadecimal digits, because databases
-- agree on the order of those alone, and all words that begin alike must lie together.
CREATE TABLE product_term (
    term NVARCHAR(200) NOT NULL,
    product_id NVARCHAR(40) NOT NULL,
    CONSTRAINT pk_product_term PRIMARY KEY (term, product_id),
    CONSTRAINT fk_product_term_product FOREIGN KEY (product_id) REFERENCES product (id)
);

-- Does this product have the term? And: all terms of a product that has changed.
CREATE INDEX ix_product_term_product ON product_term (product_id, term);

-- How far the catalog has been told again; one row.
CREATE TABLE republication (
    name NVARCHAR(20) NOT NULL,
    version BIGINT NOT NULL,
    running BIT NOT NULL,
    again BIT NOT NULL,
    after_id NVARCHAR(40) NULL,
    CONSTRAINT pk_republication PRIMARY KEY (name)
);

INSERT INTO republication (name, version, running, again, after_id) VALUES ('catalog', 1, 0, 0, NULL);

-- The balance of stock_movement, which it always equals.
CREATE TABLE stock (
    product_id NVARCHAR(40) NOT NULL,
    -- of the product: orders take from an active one only
    status NVARCHAR(10) NOT NULL,
    on_hand INT NOT NULL,
    reserved INT NOT NULL,
    version BIGINT NOT NULL,
    -- what the seller calls low, if anything; and whether it was told that it is
    low_threshold INT NULL,
    low BIT NOT NULL,
    CONSTRAINT pk_stock PRIMARY KEY (product_id),
    CONSTRAINT fk_stock_product FOREIGN KEY (product_id) REFERENCES product (id),
    CONSTRAINT ck_stock_reserved CHECK (reserved >= 0),
    CONSTRAINT ck_stock_available CHECK (on_hand >= reserved),
    CONSTRAINT ck_stock_low_threshold CHECK (low_threshold >= 0)
);

-- Every change of a stock, by how much what lies there and what of it is set aside changed. Only ever added to.
CREATE TABLE stock_movement (
    id NVARCHAR(40) NOT NULL,
    product_id NVARCHAR(40) NOT NULL,
    kind NVARCHAR(12) NOT NULL,
    on_hand INT NOT NULL,
    reserved INT NOT NULL,
    order_id NVARCHAR(40) NULL,
    actor NVARCHAR(60) NULL,
    reason NVARCHAR(200) NULL,
    moved_at DATETIME2(6) NOT NULL,
    trace_id NVARCHAR(32) NULL,
    CONSTRAINT pk_stock_movement PRIMARY KEY (id),
    CONSTRAINT fk_stock_movement_stock FOREIGN KEY (product_id) REFERENCES stock (product_id),
    CONSTRAINT ck_stock_movement_cause CHECK (order_id IS NOT NULL OR actor IS NOT NULL),
    CONSTRAINT ck_stock_movement_kind CHECK (
        (kind = 'RECEIPT' AND on_hand > 0 AND reserved = 0)
        OR (kind = 'CORRECTION' AND on_hand <> 0 AND reserved = 0)
        OR (kind = 'RESERVATION' AND on_hand = 0 AND reserved > 0)
        OR (kind = 'COMMIT' AND on_hand < 0 AND reserved = on_hand)
        OR (kind = 'RELEASE' AND on_hand = 0 AND reserved < 0)
        OR (kind = 'RELEASE' AND on_hand > 0 AND reserved = 0))
);

-- The movements of one product, the latest first.
CREATE INDEX ix_stock_movement_product ON stock_movement (product_id, id DESC);

CREATE TABLE reservation (
    order_id NVARCHAR(40) NOT NULL,
    version BIGINT NOT NULL,
    state NVARCHAR(20) NOT NULL,
    made_at DATETIME2(6) NOT NULL,
    changed_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_reservation PRIMARY KEY (order_id),
    CONSTRAINT ck_reservation_state CHECK (state IN ('RESERVED', 'COMMITTED', 'RELEASED', 'REFUSED', 'ENDED'))
);

-- The open ones, the oldest first: which of them are overdue?
CREATE INDEX ix_reservation_open ON reservation (state, made_at, order_id);

CREATE TABLE reservation_line (
    order_id NVARCHAR(40) NOT NULL,
    product_id NVARCHAR(40) NOT NULL,
    quantity INT NOT NULL,
    CONSTRAINT pk_reservation_line PRIMARY KEY (order_id, product_id),
    CONSTRAINT fk_reservation_line_reservation FOREIGN KEY (order_id) REFERENCES reservation (order_id),
    CONSTRAINT ck_reservation_line_quantity CHECK (quantity > 0)
);
