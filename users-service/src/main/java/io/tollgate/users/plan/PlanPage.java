package io.tollgate.users.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans as one file declares them. */
public record PlanPage(List<Plan> plans) {
    public PlanPage {
        plans = plans == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(plans));
    }

    /** Everything that is wrong with it, where there are other plans beside it. */
    public List<Flaw> flaws(KnownWords known) {
        return flaws(known, false);
    }

    /** Everything that is wrong with it, where it has all plans that there are. */
    public List<Flaw> flawsOfAll(KnownWords known) {
        return flaws(known, true);
    }

    private List<Flaw> flaws(KnownWords known, boolean whole) {
        Flaws flaws = Flaws.none();
        Flaws below = flaws.at("plans");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            if (plan == null) {
                below.at(i).add("not-null", "is required");
            } else {
                PlanRules.check(plan, known, below.at(i));
                below.at(i).at("name").require(names.add(plan.name()), "unique", "is the name of another plan");
            }
        }
        below.require(!whole || names.contains(Plan.INTERNAL), "internal", "must have the plan " + Plan.INTERNAL);
        return flaws.all();
    }

    Optional<Plan> find(String name) {
        return plans.stream().filter(plan -> plan.name().equals(name)).findFirst();
    }
}
