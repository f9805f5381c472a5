package fr.allervers.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcBuilderCustomizer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;

/**
 * Network addresses for requests, each once in a JVM: what one test asks is never counted against another by the limits
 * of tenants' pages. A request comes from a new one, unless its test gives it one with {@link #from}.
 */
@Component
public final class Addresses implements MockMvcBuilderCustomizer {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    public void customize(ConfigurableMockMvcBuilder<?> builder) {
        builder.defaultRequest(
                MockMvcRequestBuilders.get("/").with(request -> from(next()).postProcessRequest(request)));
    }

    /** An address of the range kept for tests of networks, 198.18.0.0/15, that no request came from. */
    public static String next() {
        var number = NUMBER.incrementAndGet();
        return "198." + (18 + (number >> 16 & 1)) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    public static RequestPostProcessor from(String address) {
        return request -> comingFrom(request, address);
    }

    private static MockHttpServletRequest comingFrom(MockHttpServletRequest request, String address) {
        request.setRemoteAddr(address);
        return request;
    }
}
