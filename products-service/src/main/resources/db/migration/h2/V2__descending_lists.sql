-- SQL Server reads an index backward, H2 does not.
CREATE INDEX ix_product_listed_desc ON product (status, listed_at DESC, id DESC);
CREATE INDEX ix_product_name_desc ON product (status, name_key DESC, id DESC);
CREATE INDEX ix_product_price_desc ON product (status, price_currency, price_amount DESC, id DESC);
