package io.tandem.access;

import io.tandem.process.Accounts.Account;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * What whoever starts Tandem reads on the console: where it is, and how to get in. Not a log, for it holds a password; only
 * where the console is read by a machine, line by line, it is told as such lines.
 */
@Component
final class Greeting {

    private static final Logger log = LoggerFactory.getLogger(Greeting.class);

    private static final String LINE = "  " + "-".repeat(76);

    private final Environment environment;
    private final PrintStream console = System.out;
    private final List<String> logIns = new ArrayList<>();
    private int port;

    Greeting(Environment environment) {
        this.environment = environment;
    }

    void tellDemoLogIns(List<Account> accounts, String password) {
        logIns.add("DEMO - everybody knows these log-ins. Never show this to the internet.");
        logIns.add("  " + users(accounts) + "   password: " + password);
    }

    void tellThatDemoHasNoLogIns() {
        logIns.add("This database has people of its own: the demo's log-ins were not made in it.");
        logIns.add("Sign in as one of them, or set TANDEM_DATA to a new folder.");
    }

    void tellThatDemoIsLocked(List<Account> accounts) {
        logIns.add("This database was the demo's: the log-ins " + users(accounts));
        logIns.add("got passwords that nobody knows. An admin can set new ones or delete them.");
    }

    /** @param made the password, if nobody chose one: it is told here and nowhere else */
    void tellAdmin(@Nullable String made) {
        logIns.add(
                made == null
                        ? "The first admin: user admin, with the password from TANDEM_ADMIN_PASSWORD."
                        : "The first admin: user admin, password " + made + " (shown only this once)");
    }

    private static String users(List<Account> accounts) {
        return accounts.stream().map(Account::user).collect(Collectors.joining(", "));
    }

    @EventListener
    void listening(WebServerInitializedEvent started) {
        if (started.getApplicationContext().getServerNamespace() == null) {
            port = started.getWebServer().getPort();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        var at = "http://" + environment.getProperty("server.address", "127.0.0.1") + ":" + port;
        var places = List.of(
                "Tandem is ready.",
                "  Customers   " + at + "/",
                "  Agents      " + at + "/camunda/app/tasklist/",
                "  Owners      " + at + "/processes",
                "  Programs    " + at + "/engine-rest   " + at + "/v3/api-docs");
        if (StringUtils.hasText(environment.getProperty("logging.structured.format.console"))) log(places);
        else show(places);
    }

    private void log(List<String> places) {
        places.stream().map(String::strip).forEach(log::info);
        // The first password is told only now, whatever is kept out of the log.
        if (log.isWarnEnabled()) logIns.stream().map(String::strip).forEach(log::warn);
        else show(List.of());
    }

    private void show(List<String> places) {
        var lines = new ArrayList<>(places);
        if (!places.isEmpty() && !logIns.isEmpty()) lines.add("");
        lines.addAll(logIns);
        if (lines.isEmpty()) return;
        console.println(LINE);
        lines.forEach(line -> console.println("  " + line));
        console.println(LINE);
    }
}
