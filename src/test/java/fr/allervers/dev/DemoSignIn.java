package fr.allervers.dev;

import fr.allervers.staff.SignIn;
import fr.allervers.staff.StaffDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The demo sign-in: one click on a person. It stands in the tests' sources, so that it can never be in
 * production. These classes bear no stereotype, since tests scan this package too: who wants them imports them.
 */
public class DemoSignIn {

    @Bean
    SignIn signIn() {
        return http -> http.authorizeHttpRequests(requests -> {})
                .formLogin(form -> form.loginPage("/connexion").permitAll().defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutUrl("/deconnexion").logoutSuccessUrl("/connexion"));
    }

    @Bean
    UserDetailsService demoUsers(StaffDirectory directory) {
        return username -> directory
                .byUsername(username)
                .map(DemoUser::new)
                .orElseThrow(() -> new UsernameNotFoundException(username));
    }

    /** Scanned with the tests' other pages: not where people sign in at Keycloak. */
    @Controller
    @ConditionalOnExpression("'${allervers.sign-in.issuer:}'.isEmpty()")
    static class SignInPage {

        private final JdbcClient jdbc;

        SignInPage(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @GetMapping("/connexion")
        String page(Model model) {
            model.addAttribute("people", jdbc.sql("""
                                    select s.username, s.display_name as name, group_concat(r.role order by r.role) as roles
                                      from staff_member s join staff_role r on r.staff_id = s.id
                                     where s.active group by s.id order by s.id limit 40
                                    """).query().listOfRows());
            return "dev/sign-in";
        }
    }
}
