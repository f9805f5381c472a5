package fr.allervers.crash;

import fr.allervers.Application;
import fr.allervers.dev.DemoSignIn;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;

/** What a {@link Node} runs: the application with the demo sign-in and no demo data. */
public final class NodeMain {

    private NodeMain() {}

    public static void main(String[] args) {
        SpringApplication.from(Application::main).with(SignInOnly.class).run(args);
    }

    @Import(DemoSignIn.class)
    static class SignInOnly {}
}
