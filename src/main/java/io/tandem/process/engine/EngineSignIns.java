package io.tandem.process.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tandem.session.SessionValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;

/** What the engine's pages keep of whoever has signed in: made from the engine on one node, and known to all. */
@Component
final class EngineSignIns implements SessionValue<Authentications> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record SignIn(String engine, String user, List<String> groups, List<String> tenants, Set<String> apps) {}

    @Override
    public Class<Authentications> type() {
        return Authentications.class;
    }

    @Override
    public String write(Authentications value) {
        try {
            return JSON.writeValueAsString(value.getAuthentications().stream()
                    .map(EngineSignIns::signIn)
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SignIn signIn(UserAuthentication known) {
        return new SignIn(
                known.getProcessEngineName(),
                known.getIdentityId(),
                known.getGroupIds(),
                known.getTenantIds() == null ? List.of() : known.getTenantIds(),
                new TreeSet<>(known.getAuthorizedApps()));
    }

    @Override
    public Authentications read(String written) {
        try {
            var known = new Authentications();
            for (var signIn : JSON.readValue(written, SignIn[].class)) known.addOrReplace(authentication(signIn));
            return known;
        } catch (JsonProcessingException otherwise) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static UserAuthentication authentication(SignIn signIn) {
        var known = new UserAuthentication(signIn.user(), signIn.engine());
        known.setGroupIds(signIn.groups());
        known.setTenantIds(signIn.tenants());
        known.setAuthorizedApps(new HashSet<>(signIn.apps()));
        return known;
    }
}
