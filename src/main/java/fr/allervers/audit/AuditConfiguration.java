package fr.allervers.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the log before every handler. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration implements WebMvcConfigurer {

    private final RequestRecording recording;

    AuditConfiguration(RequestRecording recording) {
        this.recording = recording;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // Before who asks for roles: what is refused there is written down too.
        registry.addInterceptor(recording).order(Ordered.HIGHEST_PRECEDENCE);
    }
}
