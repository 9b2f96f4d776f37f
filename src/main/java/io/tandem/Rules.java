package io.tandem;

import io.tandem.check.Rule;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** All rules of all modules, for where Tandem does not run. In the running program they are beans like any other. */
final class Rules {

    private Rules() {}

    /** Found by their type and made without anything else of the program: a rule needs files and the time. */
    static List<Rule> all() {
        try (var rules = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(rules, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(Rule.class));
            scanner.scan(Rules.class.getPackageName());
            rules.registerBean(Clock.class, Clock::systemUTC);
            rules.refresh();
            return rules.getBeanProvider(Rule.class).orderedStream().toList();
        }
    }
}
