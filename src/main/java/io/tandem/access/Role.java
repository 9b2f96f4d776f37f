package io.tandem.access;

import io.tandem.process.Staff;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody may do here, by the group that they are in. */
enum Role {
    AGENT(Staff.AGENTS, "/camunda/app/tasklist/"),
    LEAD(Staff.LEADS, "/camunda/app/tasklist/"),
    OWNER(Staff.OWNERS, "/processes"),
    ADMIN(Staff.ADMINS, "/camunda/app/welcome/");

    /** For whoever signed in and has no role yet. */
    private static final String HOME_OF_OTHERS = "/camunda/app/welcome/";

    private final String group;
    private final String home;

    Role(String group, String home) {
        this.group = group;
        this.home = home;
    }

    static List<GrantedAuthority> authorities(Collection<String> groups) {
        return Arrays.stream(values())
                .filter(role -> groups.contains(role.group))
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    static String[] names(Role... roles) {
        return Arrays.stream(roles).map(Role::name).toArray(String[]::new);
    }

    /** The page that somebody with these authorities starts the day on. */
    static String home(Collection<? extends GrantedAuthority> authorities) {
        return Arrays.stream(values())
                .filter(role -> authorities.contains(new SimpleGrantedAuthority("ROLE_" + role.name())))
                .map(role -> role.home)
                .findFirst()
                .orElse(HOME_OF_OTHERS);
    }
}
