package io.tandem.access;

import io.tandem.session.SessionValue;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Who has signed in and what they may do, a line each: the address that they came from is nobody's business any more. */
@Component
final class SignedInPerson implements SessionValue<SecurityContext> {

    @Override
    public Class<SecurityContext> type() {
        return SecurityContext.class;
    }

    @Override
    public String write(SecurityContext value) {
        var who = value.getAuthentication();
        var roles = who.getAuthorities().stream().map(GrantedAuthority::getAuthority);
        return Stream.concat(Stream.of(who.getName()), roles).collect(Collectors.joining("\n"));
    }

    @Override
    public SecurityContext read(String written) {
        var lines = written.split("\n", -1);
        var roles =
                Arrays.stream(lines).skip(1).map(SimpleGrantedAuthority::new).toList();
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(lines[0], null, roles));
    }
}
