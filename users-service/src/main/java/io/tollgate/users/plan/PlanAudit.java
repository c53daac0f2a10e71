package io.tollgate.users.plan;

import io.tollgate.users.audit.AdminAudit;
import io.tollgate.users.audit.AdminDeed;
import io.tollgate.users.audit.Origin;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Notes what became of plans. */
@Service
public class PlanAudit {
    private final AdminAudit audit;

    public PlanAudit(AdminAudit audit) {
        this.audit = audit;
    }

    Mono<Void> note(Optional<Plan> before, Optional<Plan> after, Origin origin) {
        String name = after.or(() -> before).orElseThrow().name();
        String deed = before.isEmpty() ? "plan-created" : after.isEmpty() ? "plan-removed" : "plan-changed";
        return audit.append(new AdminDeed("plan:" + name, deed, state(before), state(after)), origin);
    }

    private static Map<String, Object> state(Optional<Plan> plan) {
        return plan.<Map<String, Object>>map(one -> Map.of("plan", one)).orElse(Map.of());
    }
}
