package io.tandem.desk;

import io.tandem.api.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a request to a task pass only for those who may see its ticket. Here and not in each method, so that none can forget
 * it; for anybody else there is no such task.
 */
@Configuration(proxyBeanMethods = false)
class TaskDoor implements WebMvcConfigurer, HandlerInterceptor {

    private final Sight sight;

    TaskDoor(Sight sight) {
        this.sight = sight;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/desk/tasks/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var agent = request.getRemoteUser();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("task") instanceof String task
                && (agent == null || !sight.includes(task, agent))) {
            throw new Problem(HttpStatus.NOT_FOUND, "unknownTask");
        }
        return true;
    }
}
