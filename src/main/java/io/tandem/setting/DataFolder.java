package io.tandem.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes {@code tandem.data} an absolute path, before anybody asks for it: H2 refuses relative ones that begin with no dot.
 * If its database is to be in there, the folder is made.
 */
final class DataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PROPERTY = "tandem.data";
    private static final String HOME = "~";

    @Override
    public void initialize(ConfigurableApplicationContext tandem) {
        var environment = tandem.getEnvironment();
        var wanted = environment.getProperty(PROPERTY);
        if (wanted == null) return;
        var folder = absolute(wanted.strip());
        environment.getPropertySources().addFirst(new MapPropertySource(PROPERTY, Map.of(PROPERTY, folder.toString())));
        if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:" + folder)) make(folder);
    }

    private static Path absolute(String wanted) {
        if (wanted.isEmpty()) throw new BadSetting(PROPERTY, "is empty: it has to name a folder");
        try {
            var path = Path.of(wanted);
            // As H2 understands it, where no shell has put the home folder in its place.
            if (path.startsWith(HOME))
                path = Path.of(System.getProperty("user.home"))
                        .resolve(Path.of(HOME).relativize(path));
            return path.toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new BadSetting(PROPERTY, "is no folder's name");
        }
    }

    private static void make(Path folder) {
        try {
            // It may be a link to one, which an older Java 17 would not take for a folder.
            if (!Files.isDirectory(folder)) Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadSetting(PROPERTY, "is " + folder + ", and that folder cannot be made");
        }
        if (!Files.isWritable(folder)) {
            throw new BadSetting(PROPERTY, "is " + folder + ", and Tandem may not write in that folder");
        }
    }
}
