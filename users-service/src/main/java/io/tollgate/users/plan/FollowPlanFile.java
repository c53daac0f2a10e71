package io.tollgate.users.plan;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Makes the file's plans the plans that hold, each time the file becomes another one; a bad file changes nothing. */
@Service
public class FollowPlanFile {
    private static final Logger LOG = LoggerFactory.getLogger(FollowPlanFile.class);

    private final PlanFile file;
    private final ApplyPlanPage apply;
    private volatile Optional<PlanPage> applied = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();

    public FollowPlanFile(PlanFile file, ApplyPlanPage apply) {
        this.file = file;
        this.apply = apply;
    }

    public Mono<Void> look() {
        return file.read()
                .flatMap(this::follow)
                .onErrorResume(PlanFileRefused.class, refused -> Mono.fromRunnable(() -> refuse(refused.getMessage())));
    }

    /** Why the file does not count as it is now: a sentence. */
    public Optional<String> problem() {
        return problem;
    }

    private Mono<Void> follow(PlanPage page) {
        Mono<Void> become = applied.filter(page::equals).isPresent() ? Mono.empty() : apply.handle(page);
        return become.then(Mono.fromRunnable(() -> accept(page)));
    }

    private void accept(PlanPage page) {
        if (!applied.equals(Optional.of(page)) || problem.isPresent()) {
            LOG.info("{} plans of the file hold", page.plans().size());
        }
        applied = Optional.of(page);
        problem = Optional.empty();
    }

    private void refuse(String sentence) {
        if (!problem.equals(Optional.of(sentence))) {
            LOG.error("The plans stay as they are: {}", sentence);
        }
        problem = Optional.of(sentence);
    }
}
