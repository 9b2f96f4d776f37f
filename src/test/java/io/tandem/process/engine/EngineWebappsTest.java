package io.tandem.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tandem.story.Http;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.core.io.DefaultResourceLoader;

/** A library with pages that the class path does not name, as in an unpacked jar. */
class EngineWebappsTest {

    @TempDir
    private Path folder;

    @Test
    void itsPagesAreServed() throws Exception {
        try (var classes = new URLClassLoader(new URL[] {library().toUri().toURL()})) {
            var factory = new TomcatServletWebServerFactory(0);
            factory.setRegisterDefaultServlet(true);
            new EngineWebapps(new DefaultResourceLoader(classes)).customize(factory);
            var server = factory.getWebServer();
            server.start();
            try {
                var answer = new Http(server.getPort()).send("GET", "/app/tasklist/plugin.js", null);
                assertThat(answer.raw().body()).isEqualTo("the plugin");
            } finally {
                server.stop();
                server.destroy();
            }
        }
    }

    private Path library() throws IOException {
        var jar = folder.resolve("webapp.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var name :
                    new String[] {"META-INF/", "META-INF/resources/", "META-INF/resources/app/tasklist/plugin.js"}) {
                out.putNextEntry(new JarEntry(name));
                if (name.endsWith(".js")) out.write("the plugin".getBytes());
                out.closeEntry();
            }
        }
        return jar;
    }
}
