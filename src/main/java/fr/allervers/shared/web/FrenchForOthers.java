package fr.allervers.shared.web;

import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.HierarchicalMessageSource;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Tenants are spoken to in more languages than the house's two: what has no words in theirs is said in French. A word that
 * lacks in French or English stays a fault that tests see.
 */
@Component
class FrenchForOthers implements BeanPostProcessor {

    private static final Set<String> OURS = Set.of("fr", "en");

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (name.equals(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME)
                && bean instanceof HierarchicalMessageSource messages
                && messages.getParentMessageSource() == null) {
            messages.setParentMessageSource(new French());
        }
        return bean;
    }

    private static final class French extends ResourceBundleMessageSource {

        French() {
            setBasename("messages");
            setDefaultEncoding(StandardCharsets.UTF_8.name());
            setFallbackToSystemLocale(false);
        }

        @Override
        protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
            return OURS.contains(locale.getLanguage()) ? null : super.resolveCodeWithoutArguments(code, Locale.FRENCH);
        }

        @Override
        protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
            return OURS.contains(locale.getLanguage()) ? null : super.resolveCode(code, Locale.FRENCH);
        }
    }
}
