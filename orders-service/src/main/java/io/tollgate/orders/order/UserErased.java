package io.tollgate.orders.order;

/** An order in the name of somebody who was erased, through a credential that somebody still believes. */
public final class UserErased extends OrderRefused {
    public UserErased() {
        super("the user was erased");
    }
}
