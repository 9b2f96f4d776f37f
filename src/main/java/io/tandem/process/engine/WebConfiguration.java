package io.tandem.process.engine;

import io.tandem.process.Staff;
import jakarta.servlet.Filter;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Sets the engine's pages and its REST API between our log-in, which comes first, and their own filters. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    private static final int AFTER_OUR_LOG_IN = SecurityProperties.DEFAULT_FILTER_ORDER + 10;

    /**
     * The one inline script of each of the engine's pages, by its hash. The engine's own policy names it by a nonce that
     * all requests share: of 400 pages loaded eight at a time, 115 had another nonce than their header, and were blank.
     */
    private static final String INLINE_SCRIPTS = "'sha256-gvHUYxLWNlU7w3hdMZqE2Y6oLewPt4v8fSGOTwg0EqY=' " // tasklist
            + "'sha256-+1xzi1bVUsdlW9dQxefzpL/zsD03IpTamLaVDDyQ3hI=' " // cockpit
            + "'sha256-gcHe8tubMzBqDcp62kYFI8U15yan50O5fyuGSo/O77c=' " // admin
            + "'sha256-WS12nOmrA1Aiw6VENEiowL30/0VOVHRUhJD+ZtYhdJc='"; // welcome

    /** No other inline script and no other site. AngularJS compiles expressions ({@code 'unsafe-eval'}), sets styles. */
    private static final String POLICY = "default-src 'self';"
            + "script-src 'self' 'unsafe-eval' " + INLINE_SCRIPTS + ";"
            + "style-src 'self' 'unsafe-inline';"
            + "img-src 'self' data:;"
            + "base-uri 'self';"
            + "form-action 'self';"
            + "frame-ancestors 'self';"
            + "object-src 'none'";

    @Bean
    FilterRegistrationBean<Filter> programSignIn(IdentityService identity, Staff staff) {
        return registered(new ProgramSignIn(identity, staff), "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<Filter> webappSignIn(ProcessEngine engine, Staff staff) {
        return registered(new WebappSignIn(engine, staff), "/camunda/api/*", "/camunda/app/*");
    }

    private static FilterRegistrationBean<Filter> registered(Filter filter, String... paths) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(AFTER_OUR_LOG_IN);
        return registration;
    }

    /** The engine reads these settings while the web server starts, before other beans could change them. */
    @Bean
    static BeanPostProcessor webappSettings(Environment environment) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof CamundaBpmProperties properties) set(properties, environment);
                return bean;
            }
        };
    }

    private static void set(CamundaBpmProperties properties, Environment environment) {
        var webapp = properties.getWebapp();
        webapp.setIndexRedirectEnabled(false);
        // The engine would forget the queues, which it does not know: WebappSignIn keeps them up to date.
        webapp.getAuth().getCache().setTtlEnabled(false);
        webapp.getHeaderSecurity().setContentSecurityPolicyValue(POLICY);
        var demo = environment.getProperty("tandem.demo", Boolean.class, false);
        webapp.getCsrf().setEnableSecureCookie(environment.getProperty("tandem.secure-cookies", Boolean.class, !demo));
    }
}
