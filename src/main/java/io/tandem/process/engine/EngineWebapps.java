package io.tandem.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.WebResourceRoot.ResourceSetType;
import org.apache.catalina.core.StandardContext;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Lets an unpacked Tandem have Tasklist, Cockpit and Admin, too. Tomcat looks for their pages in the jars of the class path,
 * and the class path of an unpacked jar is this jar: the others stand in its manifest.
 */
@Component
final class EngineWebapps implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String PAGES = "META-INF/resources";

    private final ClassLoader classes;

    EngineWebapps(ResourceLoader resources) {
        classes = Objects.requireNonNullElse(resources.getClassLoader(), EngineWebapps.class.getClassLoader());
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextLifecycleListeners(this::serve);
    }

    private void serve(LifecycleEvent event) {
        if (!event.getType().equals(Lifecycle.CONFIGURE_START_EVENT)) return;
        var pages = ((StandardContext) event.getLifecycle()).getResources();
        try {
            for (var jar : jars()) if (!pages.getBaseUrls().contains(jar)) add(pages, jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<URL> jars() throws IOException {
        var jars = new ArrayList<URL>();
        for (var place : Collections.list(classes.getResources(PAGES))) {
            if (place.openConnection() instanceof JarURLConnection inJar
                    && inJar.getJarFileURL().getProtocol().equals("file")) jars.add(inJar.getJarFileURL());
        }
        return jars;
    }

    private static void add(WebResourceRoot pages, URL jar) {
        pages.createWebResourceSet(ResourceSetType.RESOURCE_JAR, "/", jar, "/" + PAGES);
    }
}
