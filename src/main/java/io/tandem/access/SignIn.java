package io.tandem.access;

import io.tandem.process.Accounts;
import io.tandem.process.Staff;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a log-in, of people by form and of programs by HTTP Basic. The engine makes whoever guesses one user's password
 * wait; here waits the address that guesses the passwords of many.
 */
@Component
final class SignIn implements AuthenticationProvider {

    /** Longer ones nobody types: they only cost time to hash. */
    private static final int LONGEST = 200;

    private final Accounts accounts;
    private final Staff staff;
    private final Buckets wrong;

    SignIn(Accounts accounts, Staff staff, AccessSettings settings) {
        this.accounts = accounts;
        this.staff = staff;
        var perMinute = settings.limits().signInsPerMinute();
        wrong = new Buckets(5 * perMinute, perMinute, AccessSettings.Limits.PERIOD);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var bucket = wrong.of(addressOf(attempt));
        if (!bucket.tryConsume(1)) throw new LockedException("Too many wrong passwords from this address");
        var user = attempt.getName().strip();
        if (!isRight(user, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("Wrong user or password");
        }
        bucket.addTokens(1);
        var known =
                UsernamePasswordAuthenticationToken.authenticated(user, null, Role.authorities(staff.groupsOf(user)));
        known.setDetails(attempt.getDetails());
        return known;
    }

    /** Nobody's name has a control character, and PostgreSQL breaks at a NUL. */
    private boolean isRight(String user, String password) {
        return !user.isEmpty()
                && Math.max(user.length(), password.length()) <= LONGEST
                && user.chars().noneMatch(Character::isISOControl)
                && accounts.accepts(user, password);
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
