package io.tandem.channel.press;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** {@code /press}: the same for everybody; what it is about stands behind the # of its address. */
@Configuration(proxyBeanMethods = false)
class PressPage implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/press").setViewName("forward:/press/press.html");
    }
}
