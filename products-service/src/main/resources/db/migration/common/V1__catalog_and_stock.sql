CREATE TABLE product (
    id VARCHAR(40) NOT NULL,
    version BIGINT NOT NULL,
    sku NVARCHAR(64) NOT NULL,
    -- the SKU in upper case: the two databases disagree about whether case makes a difference
    sku_key NVARCHAR(64) NOT NULL,
    name NVARCHAR(200) NOT NULL,
    description NVARCHAR(2000) NULL,
    price_amount BIGINT NOT NULL,
    price_currency VARCHAR(3) NOT NULL,
    published_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_product PRIMARY KEY (id),
    CONSTRAINT uq_product_sku UNIQUE (sku_key),
    CONSTRAINT ck_product_price CHECK (price_amount > 0)
);

CREATE TABLE stock (
    product_id VARCHAR(40) NOT NULL,
    on_hand INT NOT NULL,
    reserved INT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT pk_stock PRIMARY KEY (product_id),
    CONSTRAINT fk_stock_product FOREIGN KEY (product_id) REFERENCES product (id),
    CONSTRAINT ck_stock_reserved CHECK (reserved >= 0),
    CONSTRAINT ck_stock_available CHECK (on_hand >= reserved)
);

CREATE TABLE reservation (
    order_id VARCHAR(40) NOT NULL,
    version BIGINT NOT NULL,
    state VARCHAR(20) NOT NULL,
    made_at DATETIME2(6) NOT NULL,
    changed_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_reservation PRIMARY KEY (order_id),
    CONSTRAINT ck_reservation_state CHECK (state IN ('RESERVED', 'COMMITTED', 'RELEASED', 'REFUSED', 'ENDED'))
);

CREATE TABLE reservation_line (
    order_id VARCHAR(40) NOT NULL,
    product_id VARCHAR(40) NOT NULL,
    quantity INT NOT NULL,
    CONSTRAINT pk_reservation_line PRIMARY KEY (order_id, product_id),
    CONSTRAINT fk_reservation_line_reservation FOREIGN KEY (order_id) REFERENCES reservation (order_id),
    CONSTRAINT ck_reservation_line_quantity CHECK (quantity > 0)
);
