package io.tandem.channel;

import io.tandem.setting.BadSetting;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where customers reach this installation: {@code tandem.url}; this machine, if nobody has said so. */
@Component
public class PublicAddress {

    private final String configured;
    private final Environment environment;

    PublicAddress(@Value("${tandem.url:}") String configured, Environment environment) {
        this.configured = checked(configured.strip());
        this.environment = environment;
    }

    private static String checked(String url) {
        if (url.isEmpty()) return url;
        if (!isOfPages(url))
            throw new BadSetting(
                    "tandem.url",
                    "has to be the http or https address at which customers reach Tandem, like https://help.shop.example, not "
                            + url);
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static boolean isOfPages(String url) {
        try {
            var uri = new URI(url);
            var web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether customers reach it by a connection that nobody can listen to. */
    public boolean isSecure() {
        return configured.startsWith("https:");
    }

    /** The address of one of our pages; the path begins with a slash. */
    public String of(String path) {
        return (configured.isEmpty() ? local() : configured) + path;
    }

    private String local() {
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://127.0.0.1:" + port;
    }
}
