package io.tollgate.broken.fieldinjection.order.schedule;

import org.springframework.beans.factory.annotation.Autowired;

class Sweeper {
    @Autowired
    Runnable sweep;
}
