package io.tandem.model;

import java.beans.Introspector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** All steps that the program offers to diagrams, by the names under which diagrams know them. */
public final class Steps {

    private static final String PROGRAM = "io.tandem";

    private final SortedMap<String, Facts> byName;

    private Steps(SortedMap<String, Facts> byName) {
        this.byName = byName;
    }

    /** What a step says about itself. */
    public record Facts(
            Step.Effect effect,
            List<String> sets,
            List<String> takes,
            List<String> needs,
            List<String> fails,
            boolean ownJob) {

        private static Facts of(Map<String, Object> annotation) {
            return new Facts(
                    (Step.Effect) annotation.getOrDefault("effect", Step.Effect.NONE),
                    texts(annotation, "sets"),
                    texts(annotation, "takes"),
                    texts(annotation, "needs"),
                    texts(annotation, "fails"),
                    Boolean.TRUE.equals(annotation.get("ownJob")));
        }

        private static List<String> texts(Map<String, Object> annotation, String name) {
            return annotation.get(name) instanceof String[] texts ? Arrays.asList(texts) : List.of();
        }
    }

    /** Those of this program. Their classes are read and not loaded, so it needs neither Spring's beans nor the engine. */
    public static Steps ours() {
        return Ours.STEPS;
    }

    /** Found once: they are as old as the program. */
    private static final class Ours {
        private static final Steps STEPS = scanned();
    }

    private static Steps scanned() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setResourceLoader(new DefaultResourceLoader(Steps.class.getClassLoader()));
        scanner.addIncludeFilter(new AnnotationTypeFilter(Step.class, false));
        var found = new TreeMap<String, Facts>();
        for (var step : scanner.findCandidateComponents(PROGRAM)) {
            var annotation =
                    ((AnnotatedBeanDefinition) step).getMetadata().getAnnotationAttributes(Step.class.getName());
            if (annotation != null) found.put(beanName(step.getBeanClassName()), Facts.of(annotation));
        }
        return new Steps(found);
    }

    private static String beanName(@org.jspecify.annotations.Nullable String className) {
        var name = String.valueOf(className);
        return Introspector.decapitalize(name.substring(name.lastIndexOf('.') + 1));
    }

    public Set<String> names() {
        return byName.keySet();
    }

    public Optional<Facts> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
