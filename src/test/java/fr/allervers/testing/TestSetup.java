package fr.allervers.testing;

import fr.allervers.dev.DemoSignIn;
import fr.allervers.messaging.sending.PumpForTests;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
@Import({
    Addresses.class,
    LinkTokens.class,
    DemoSignIn.class,
    People.class,
    Jobs.class,
    SmsCentre.class,
    PumpForTests.class,
    Statements.class,
    Tenants.class
})
@ComponentScan(basePackages = "fr.allervers", useDefaultFilters = false, includeFilters = @Filter(Fixture.class))
class TestSetup {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }
}
