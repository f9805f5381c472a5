package fr.allervers.staff;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Every page asks for a signed-in person; every handler says for which roles it is ({@code @RolesAllowed}). */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity(jsr250Enabled = true)
class SecurityConfiguration {

    /** Photos come through a file field, which needs none of these. */
    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' %s";

    @Bean
    SecurityFilterChain staffPages(
            HttpSecurity http,
            ObjectProvider<SignIn> signIns,
            CurrentStaff currentStaff,
            ApplicationEventPublisher events)
            throws Exception {
        var signIn = signIns.getIfAvailable(() -> {
            throw new IllegalStateException(
                    "Nobody could sign in: name the Keycloak realm in ALLERVERS_SIGN_IN_ISSUER (README, Sign-in)");
        });
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/assets/**",
                                "/error",
                                "/actuator/health/**",
                                "/actuator/prometheus",
                                "/accessibilite",
                                "/langue")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY
                                .formatted(signIn.formTargets())
                                .strip()))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
                .csrf(Customizer.withDefaults())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new AskToSignIn(signIn.path()))
                        .accessDeniedHandler(new LostSession(currentStaff, events)));
        signIn.configure(http);
        return http.build();
    }
}
