package io.tandem.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tandem.process.Accounts;
import io.tandem.process.Staff;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.util.unit.DataSize;

/** Whoever guesses the passwords of many waits, and nobody else does. */
class SignInTest {

    private final SignIn signIn = new SignIn(new OneAccount(), new OneAccount(), settings());

    @Test
    void afterFiveWrongPasswordsAnAddressWaits() {
        for (int i = 0; i < 5; i++) {
            var guess = attempt("user" + i, "guess", "192.0.2.1");
            assertThatThrownBy(() -> signIn.authenticate(guess)).isInstanceOf(BadCredentialsException.class);
        }

        assertThatThrownBy(() -> signIn.authenticate(attempt("anna", "right", "192.0.2.1")))
                .isInstanceOf(LockedException.class);
        assertThat(signIn.authenticate(attempt("anna", "right", "192.0.2.2")).isAuthenticated())
                .isTrue();
    }

    @Test
    void theRightPasswordMayBeSentAsOftenAsOneLikes() {
        for (int i = 0; i < 50; i++) signIn.authenticate(attempt("anna", "right", "192.0.2.3"));

        var known = signIn.authenticate(attempt(" anna ", "right", "192.0.2.3"));
        assertThat(known.getName()).isEqualTo("anna");
        assertThat(known.getAuthorities()).hasToString("[ROLE_AGENT]");
        assertThat(known.getCredentials()).isNull();
    }

    @Test
    void anEndlessPasswordIsNotEvenLookedAt() {
        assertThatThrownBy(() -> signIn.authenticate(attempt("anna", "x".repeat(100_000), "192.0.2.4")))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void aNameThatNobodyCanHaveIsNotEvenLookedFor() {
        assertThatThrownBy(() -> signIn.authenticate(attempt("an\0na", "right", "192.0.2.5")))
                .isInstanceOf(BadCredentialsException.class);
    }

    private static Authentication attempt(String user, String password, String from) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(user, password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        return attempt;
    }

    private static AccessSettings settings() {
        var limits = new AccessSettings.Limits(1, 1, DataSize.ofMegabytes(1), DataSize.ofMegabytes(10));
        return new AccessSettings(true, null, new AccessSettings.Admin(""), limits);
    }

    private static final class OneAccount implements Accounts, Staff {

        @Override
        public boolean accepts(String user, String password) {
            if (user.contains("\0")) throw new AssertionError("looked for a NUL");
            if (password.length() > 1_000) throw new AssertionError("hashed " + password.length() + " characters");
            return user.equals("anna") && password.equals("right");
        }

        @Override
        public List<String> groupsOf(String user) {
            return List.of(AGENTS);
        }

        @Override
        public List<Account> all() {
            return List.of();
        }

        @Override
        public void save(Account account, String password) {}

        @Override
        public List<Person> people() {
            return List.of();
        }

        @Override
        public List<Group> groups() {
            return List.of();
        }

        @Override
        public List<String> queuesOf(String user) {
            return List.of();
        }

        @Override
        public boolean anybodyFits(String skill, String language) {
            return true;
        }

        @Override
        public boolean hasMembers(String group) {
            return true;
        }

        @Override
        public String nameOf(String user) {
            return user;
        }
    }
}
