package io.tollgate.gateway.caller.web;

import io.tollgate.gateway.caller.CallerRefused;
import io.tollgate.gateway.caller.JwtProperties;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** What a caller is told who is not listened to. */
@Configuration(proxyBeanMethods = false)
class CallerProblems {
    static final ProblemType API_KEY_REQUIRED = new ProblemType("api-key-required", 401, "This API needs an API key");
    static final ProblemType API_KEY_INVALID = new ProblemType("api-key-invalid", 401, "The API key is not valid");
    static final ProblemType API_KEY_AMBIGUOUS =
            new ProblemType("api-key-ambiguous", 400, "The request has more than one API key");
    static final ProblemType CREDENTIALS_AMBIGUOUS =
            new ProblemType("credentials-ambiguous", 400, "The request has more than one Authorization");
    static final ProblemType CREDENTIALS_INVALID =
            new ProblemType("credentials-invalid", 401, "The user's credentials are not valid");

    static final ProblemType BEARER_TOKEN_INVALID =
            new ProblemType("bearer-token-invalid", 401, "The bearer token is not valid");

    static final ProblemType TOO_MANY_SIGN_INS =
            new ProblemType("too-many-sign-ins", 429, "Too many wrong passwords were tried");

    private static final String KEY_CHALLENGE =
            "ApiKey realm=\"tollgate\", header=\"" + CredentialHeaders.API_KEY + "\"";
    private static final String BASIC = "Basic realm=\"tollgate\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"tollgate\"";

    @Bean
    RefusalTable callerRefusals(JwtProperties jwt) {
        String user = jwt.isEnabled() ? BASIC + ", " + BEARER : BASIC;
        return RefusalTable.of()
                .on(CallerRefused.NoKey.class, refused -> challenge(API_KEY_REQUIRED, KEY_CHALLENGE))
                .on(CallerRefused.UnknownKey.class, refused -> challenge(API_KEY_INVALID, KEY_CHALLENGE))
                .on(CallerRefused.ManyKeys.class, refused -> Problem.of(API_KEY_AMBIGUOUS))
                .on(CallerRefused.ManyAuthorizations.class, refused -> Problem.of(CREDENTIALS_AMBIGUOUS))
                .on(CallerRefused.NoUser.class, refused -> challenge(ProblemTypes.USER_REQUIRED, user))
                .on(CallerRefused.UnknownUser.class, refused -> challenge(CREDENTIALS_INVALID, user))
                .on(
                        CallerRefused.InvalidToken.class,
                        refused -> challenge(BEARER_TOKEN_INVALID, BEARER + ", error=\"invalid_token\""))
                .on(CallerRefused.TooManySignIns.class, refused -> Problem.of(TOO_MANY_SIGN_INS)
                        .with("rule", refused.rule())
                        .retryAfter(refused.retryAfter()))
                .on(CallerRefused.MissingScope.class, refused -> Problem.of(ProblemTypes.MISSING_SCOPE)
                        .with("rule", "scope")
                        .with("scope", refused.scope()))
                .on(CallerRefused.DirectoryAway.class, refused -> Problem.of(ProblemTypes.UNAVAILABLE)
                        .detail("Callers cannot be verified at the moment.")
                        .retryAfter(refused.retryAfter()))
                .on(CallerRefused.DirectoryBusy.class, refused -> Problem.of(ProblemTypes.TOO_BUSY)
                        .retryAfter(refused.retryAfter()));
    }

    private static Problem challenge(ProblemType type, String challenge) {
        return Problem.of(type).header(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
}
