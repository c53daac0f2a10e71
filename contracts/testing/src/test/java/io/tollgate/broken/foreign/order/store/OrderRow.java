package io.tollgate.broken.foreign.order.store;

import io.tollgate.users.account.Account;

record OrderRow(Account account) {}
