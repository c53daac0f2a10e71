package io.tollgate.sound.order;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A use case. */
@Service
public class FindOrder {
    private static final Logger LOG = LoggerFactory.getLogger(FindOrder.class);

    private final Orders orders;
    private final Clock clock;

    FindOrder(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Transactional
    public Mono<Order> handle(String id) {
        LOG.debug("asked at {}", clock.instant());
        return orders.find(id);
    }
}
