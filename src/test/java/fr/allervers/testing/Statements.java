package fr.allervers.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the statements that the calling thread prepares, so that a test can say what a page costs. */
public class Statements implements BeanPostProcessor {

    private static final ThreadLocal<AtomicInteger> COUNT = ThreadLocal.withInitial(AtomicInteger::new);

    /** How many statements the act takes. */
    public static int during(Act act) throws Exception {
        var before = COUNT.get().get();
        act.run();
        return COUNT.get().get() - before;
    }

    /** What is counted. */
    @FunctionalInterface
    public interface Act {
        void run() throws Exception;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? proxy(
                        DataSource.class,
                        source,
                        "getConnection",
                        connection ->
                                proxy(Connection.class, (Connection) connection, "prepareStatement", statement -> {
                                    COUNT.get().incrementAndGet();
                                    return statement;
                                }))
                : bean;
    }

    private static <T> Object proxy(
            Class<T> type, T target, String method, java.util.function.UnaryOperator<Object> on) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
            try {
                var result = called.invoke(target, arguments);
                return called.getName().equals(method) ? on.apply(result) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
