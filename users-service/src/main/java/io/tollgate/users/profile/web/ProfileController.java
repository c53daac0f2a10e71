package io.tollgate.users.profile.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.http.Caller;
import io.tollgate.http.ETags;
import io.tollgate.http.MergePatch;
import io.tollgate.users.account.ReadUser;
import io.tollgate.users.account.User;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.credential.Email;
import io.tollgate.users.profile.ChangePreferences;
import io.tollgate.users.profile.ChangeProfile;
import io.tollgate.users.profile.ChangeProfileCommand;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The own account over HTTP; profile and preferences share the user's version. */
@RestController
@RequestMapping("/v1/users/me")
class ProfileController {
    private final ReadUser read;
    private final ChangeProfile changeProfile;
    private final ChangePreferences changePreferences;
    private final MergePatch patches;

    ProfileController(
            ReadUser read, ChangeProfile changeProfile, ChangePreferences changePreferences, MergePatch patches) {
        this.read = read;
        this.changeProfile = changeProfile;
        this.changePreferences = changePreferences;
        this.patches = patches;
    }

    @GetMapping
    Mono<ResponseEntity<MeResponse>> me(Caller caller) {
        caller.requireScope("users:read");
        return read.own(caller.requireUser()).map(tagged(MeResponse::of));
    }

    @PatchMapping(consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<MeResponse>> change(@RequestBody JsonNode patch, Caller caller, ServerWebExchange exchange) {
        caller.requireScope("users:write");
        String id = caller.requireUser();
        return seen(id, exchange)
                .map(user -> changed(user, patch, actor(caller)))
                .flatMap(changeProfile::handle)
                .map(tagged(MeResponse::of));
    }

    @GetMapping("/preferences")
    Mono<ResponseEntity<PreferencesForm>> preferences(Caller caller) {
        caller.requireScope("users:read");
        return read.own(caller.requireUser()).map(tagged(PreferencesForm::of));
    }

    @PatchMapping(
            path = "/preferences",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<PreferencesForm>> prefer(
            @RequestBody JsonNode patch, Caller caller, ServerWebExchange exchange) {
        caller.requireScope("users:write");
        String id = caller.requireUser();
        return seen(id, exchange)
                .flatMap(user -> changePreferences.handle(
                        id, user.version(), preferred(user, patch).toPreferences(), actor(caller)))
                .map(tagged(PreferencesForm::of));
    }

    private Mono<User> seen(String id, ServerWebExchange exchange) {
        return read.own(id).doOnNext(user -> ETags.requireMatch(exchange, user.version()));
    }

    private ChangeProfileCommand changed(User user, JsonNode patch, Actor actor) {
        ProfileForm form = patches.apply(ProfileForm.of(user), patch, ProfileForm.class);
        return new ChangeProfileCommand(user.id(), user.version(), Email.normalized(form.email()), form.name(), actor);
    }

    private PreferencesForm preferred(User user, JsonNode patch) {
        return patches.apply(PreferencesForm.of(user), patch, PreferencesForm.class);
    }

    private static <T> Function<User, ResponseEntity<T>> tagged(Function<User, T> view) {
        return user -> ResponseEntity.ok().eTag(ETags.of(user.version())).body(view.apply(user));
    }

    private static Actor actor(Caller caller) {
        return new Actor(Optional.of(caller.clientId()), caller.userId());
    }
}
