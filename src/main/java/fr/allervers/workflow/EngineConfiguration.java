package fr.allervers.workflow;

import java.util.HashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The engine's settings that are no properties. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    static ProcessEnginePlugin start(DataSource database) {
        return new EngineStart(database);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @DependsOnDatabaseInitialization
    static ProcessEnginePlugin settings(ListableBeanFactory beans) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                ((SpringProcessEngineConfiguration) engine).setBeans(new StepsByName(beans));
                engine.setEnableExpressionsInAdhocQueries(false);
                engine.setEnableExpressionsInStoredQueries(false);
                engine.setDeserializationTypeValidationEnabled(true);
                // Groups are roles, known by `staff`; the engine's own users stay empty, its checks off.
                engine.setAuthorizationEnabled(false);
                engine.setTaskMetricsEnabled(false);
                engine.setHistoryCleanupStrategy("removalTimeBased");
            }
        };
    }

    /** The beans visible in expressions, looked up when first used: the engine starts before some of them. */
    private static final class StepsByName extends HashMap<Object, Object> {

        private static final long serialVersionUID = 1L;

        private final transient ListableBeanFactory beans;

        private StepsByName(ListableBeanFactory beans) {
            this.beans = beans;
        }

        @Override
        public boolean containsKey(Object name) {
            return beans.containsBean((String) name)
                    && beans.findAnnotationOnBean((String) name, ProcessSteps.class) != null;
        }

        @Override
        public Object get(Object name) {
            if (!containsKey(name)) {
                throw new IllegalArgumentException(name + " is no bean for processes");
            }
            return beans.getBean((String) name);
        }
    }
}
