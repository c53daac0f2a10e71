-- understood; this comment is not
CREATE TABLE customer_order (id VARCHAR(40) NOT NULL, CONSTRAINT pk_customer_order PRIMARY KEY (id));
CREATE TABLE order_line (gift BOOLEAN, note TEXT, made_at TIMESTAMP WITH TIME ZONE);
