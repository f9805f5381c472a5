package fr.allervers.testing;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.gateway.Carrier;
import java.lang.reflect.Proxy;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Makes the tests' house one that has a mail server, for a while; nothing leaves by it. */
public final class MailServer implements AutoCloseable {

    private static final String BEAN = "mailOfThisTest";

    private final DefaultListableBeanFactory beans;

    public MailServer(DefaultListableBeanFactory beans) {
        this.beans = beans;
        beans.registerSingleton(
                BEAN,
                Proxy.newProxyInstance(
                        Carrier.class.getClassLoader(),
                        new Class<?>[] {Carrier.class},
                        (proxy, method, arguments) -> method.getName().equals("channel") ? Channel.EMAIL : null));
    }

    @Override
    public void close() {
        beans.destroySingleton(BEAN);
    }
}
