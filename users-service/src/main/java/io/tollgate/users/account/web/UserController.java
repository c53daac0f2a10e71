package io.tollgate.users.account.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.http.Caller;
import io.tollgate.http.Cursor;
import io.tollgate.http.ETags;
import io.tollgate.http.MergePatch;
import io.tollgate.http.Page;
import io.tollgate.http.TraceId;
import io.tollgate.users.account.Administer;
import io.tollgate.users.account.ReadUser;
import io.tollgate.users.account.Role;
import io.tollgate.users.account.User;
import io.tollgate.users.account.UserList;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.audit.Origin;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Users, for administrators. */
@RestController
@RequestMapping("/admin/v1/users")
class UserController {
    private final UserList list;
    private final ReadUser read;
    private final Administer administer;
    private final MergePatch patches;

    UserController(UserList list, ReadUser read, Administer administer, MergePatch patches) {
        this.list = list;
        this.read = read;
        this.administer = administer;
        this.patches = patches;
    }

    @GetMapping
    Mono<ResponseEntity<Page<UserResponse>>> list(
            UserQuery query, Cursor cursor, Caller caller, ServerWebExchange exchange) {
        requireAdministrator(caller);
        return list.list(query.toFilter(), UserQuery.position(cursor), cursor.fetch())
                .collectList()
                .map(users ->
                        Page.of(users, cursor, User::id).map(UserResponse::of).toResponse(exchange));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<UserResponse>> read(@PathVariable String id, Caller caller) {
        requireAdministrator(caller);
        return read.handle(id).map(UserController::tagged);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<UserResponse>> change(
            @PathVariable String id, @RequestBody JsonNode patch, Caller caller, ServerWebExchange exchange) {
        requireAdministrator(caller);
        return read.own(id)
                .doOnNext(user -> ETags.requireMatch(exchange, user.version()))
                .flatMap(user ->
                        administer.changeRoles(id, user.version(), roles(user, patch), origin(caller, exchange)))
                .map(UserController::tagged);
    }

    private Set<String> roles(User user, JsonNode patch) {
        return patches.apply(RolesForm.of(user), patch, RolesForm.class).toRoles();
    }

    static void requireAdministrator(Caller caller) {
        caller.requireScope("users:admin");
        caller.requireRole(Role.ADMIN);
    }

    static ResponseEntity<UserResponse> tagged(User user) {
        return ResponseEntity.ok().eTag(ETags.of(user.version())).body(UserResponse.of(user));
    }

    static Origin origin(Caller caller, ServerWebExchange exchange) {
        return new Origin(new Actor(Optional.of(caller.clientId()), caller.userId()), TraceId.of(exchange));
    }
}
