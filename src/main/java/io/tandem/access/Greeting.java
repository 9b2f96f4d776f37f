package io.tandem.access;

import io.tandem.process.Accounts.Account;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What whoever starts Tandem reads on the console: where it is, and how to get in. Not a log: it holds a password. */
@Component
final class Greeting {

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
        var lines = new ArrayList<>(List.of(
                "Tandem is ready.",
                "  Customers   " + at + "/",
                "  Agents      " + at + "/camunda/app/tasklist/",
                "  Owners      " + at + "/camunda/app/cockpit/",
                "  Programs    " + at + "/engine-rest   " + at + "/v3/api-docs"));
        if (!logIns.isEmpty()) lines.add("");
        lines.addAll(logIns);
        console.println(LINE);
        lines.forEach(line -> console.println("  " + line));
        console.println(LINE);
    }
}
