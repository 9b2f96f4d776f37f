package io.tandem.channel.webhook;

import io.tandem.http.OutOfReach;
import io.tandem.http.Reach;
import io.tandem.setting.BadSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The connected systems, {@code tandem.channels.webhook.<name>.*}; none is there by default.
 *
 * @param reach where our messages may go: the Internet and {@code tandem.channels.webhook.allowed-hosts}
 */
record WebhookSettings(List<Connection> connections, Reach reach) {

    private static final String PREFIX = "tandem.channels.webhook";
    private static final String ALLOWED = PREFIX + ".allowed-hosts";
    /** How the list of hosts looks in between, which stands where names stand; also if the environment has it. */
    private static final Set<String> NO_NAMES = Set.of("allowed-hosts", "allowedhosts", "allowed");

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?");

    /** As it was written. */
    record Written(
            @DefaultValue List<String> secrets, @Nullable String url) {}

    static WebhookSettings read(Binder binder) {
        var reach = reach(binder);
        var names = bound(binder, PREFIX, Bindable.mapOf(String.class, Object.class), Map.of())
                .keySet();
        var connections = names.stream()
                .filter(name -> !NO_NAMES.contains(name.replaceAll("\\[.*", "")))
                .sorted()
                .map(name -> connection(binder, name, reach))
                .toList();
        return new WebhookSettings(connections, reach);
    }

    private static Reach reach(Binder binder) {
        var allowed = bound(binder, ALLOWED, Bindable.listOf(String.class), List.<String>of());
        try {
            return new Reach(allowed);
        } catch (IllegalArgumentException wrong) {
            throw new BadSetting(ALLOWED, "has an entry that is of no use: " + wrong.getMessage());
        }
    }

    private static Connection connection(Binder binder, String name, Reach reach) {
        var property = PREFIX + "." + name;
        if (!NAME.matcher(name).matches())
            throw new BadSetting(property, "has a name of other signs than a-z, 0-9 and -, or of more than 32");
        var written = bound(binder, property, Bindable.of(Written.class), new Written(List.of(), null));
        try {
            return new Connection(name, Secrets.of(written.secrets()), url(property, written.url(), reach));
        } catch (IllegalArgumentException wrong) {
            throw new BadSetting(property + ".secrets", String.valueOf(wrong.getMessage()));
        }
    }

    private static @Nullable URI url(String property, @Nullable String url, Reach reach) {
        if (url == null || url.isBlank()) return null;
        try {
            var target = new URI(url.strip());
            reach.check(target);
            return target;
        } catch (URISyntaxException noAddress) {
            throw new BadSetting(property + ".url", "is no address");
        } catch (OutOfReach refused) {
            throw new BadSetting(property + ".url", "cannot be used: " + refused.getMessage());
        }
    }

    /** What cannot be read is said without its value, which may be a secret. */
    private static <T> T bound(Binder binder, String property, Bindable<T> as, T otherwise) {
        try {
            return binder.bind(property, as).orElse(otherwise);
        } catch (BindException unreadable) {
            throw new BadSetting(property, "cannot be read: is it in its place?");
        }
    }
}
