package io.tollgate.users.plan;

import java.util.List;

/** What cannot be done about a plan, and why. */
public abstract sealed class PlanRefused extends RuntimeException {
    PlanRefused(String reason) {
        super(reason, null, false, false);
    }

    /** It breaks the rules. */
    public static final class Invalid extends PlanRefused {
        private final transient List<Flaw> flaws;

        public Invalid(List<Flaw> flaws) {
            super("invalid plan");
            this.flaws = List.copyOf(flaws);
        }

        public List<Flaw> flaws() {
            return flaws;
        }
    }

    /** There is none of this name. */
    public static final class NotFound extends PlanRefused {
        public NotFound() {
            super("plan not found");
        }
    }

    /** There is one of this name. */
    public static final class Taken extends PlanRefused {
        public Taken() {
            super("plan name taken");
        }
    }

    /** It is no longer what the caller saw. */
    public static final class Stale extends PlanRefused {
        public Stale() {
            super("stale plan");
        }
    }

    /** It is declared in the file, and changes there. */
    public static final class Declared extends PlanRefused {
        public Declared() {
            super("plan declared in the file");
        }
    }

    /** Clients have it. */
    public static final class InUse extends PlanRefused {
        public InUse() {
            super("plan in use");
        }
    }
}
