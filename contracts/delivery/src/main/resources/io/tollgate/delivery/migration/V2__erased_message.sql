-- Of whom messages of a type are not kept here any more. For ever: a message may come late, and be replayed.
CREATE TABLE erased_message (
    type NVARCHAR(120) NOT NULL,
    user_id NVARCHAR(40) NOT NULL,
    CONSTRAINT pk_erased_message PRIMARY KEY (type, user_id)
);
