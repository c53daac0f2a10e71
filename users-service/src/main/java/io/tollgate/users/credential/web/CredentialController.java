package io.tollgate.users.credential.web;

import io.tollgate.users.credential.CheckKey;
import io.tollgate.users.credential.CheckPassword;
import io.tollgate.users.credential.FollowFeed;
import io.tollgate.users.credential.KeyHash;
import io.tollgate.users.credential.ResolveUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the gateway asks about credentials; nobody else is heard on internal paths. */
@RestController
@RequestMapping("/internal/v1")
class CredentialController {
    private final CheckKey checkKey;
    private final CheckPassword checkPassword;
    private final ResolveUser resolveUser;
    private final FollowFeed followFeed;

    CredentialController(
            CheckKey checkKey, CheckPassword checkPassword, ResolveUser resolveUser, FollowFeed followFeed) {
        this.checkKey = checkKey;
        this.checkPassword = checkPassword;
        this.resolveUser = resolveUser;
        this.followFeed = followFeed;
    }

    @PostMapping("/api-keys/verify")
    Mono<VerifiedKey> verify(@Valid @RequestBody VerifyKeyRequest request) {
        return checkKey.handle(new KeyHash(request.hash())).map(VerifiedKey::of);
    }

    @PostMapping("/passwords/verify")
    Mono<VerifiedUser> verify(@Valid @RequestBody VerifyPasswordRequest request) {
        return checkPassword.handle(request.email(), request.password()).map(VerifiedUser::of);
    }

    @PostMapping("/users/resolve")
    Mono<VerifiedUser> resolve(@Valid @RequestBody ResolveUserRequest request) {
        return request.with(resolveUser).map(VerifiedUser::of);
    }

    /** Without a position: where the feed is now, for who begins to follow it with nothing to forget. */
    @GetMapping("/credential-changes")
    Mono<CredentialChanges> changes(
            @RequestParam(required = false) @Min(0) Long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return (after == null ? followFeed.begin() : followFeed.after(after, limit)).map(CredentialChanges::of);
    }
}
