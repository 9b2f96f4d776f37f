package io.tandem.process.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import io.tandem.content.Languages;
import io.tandem.process.Queue;
import io.tandem.process.Staff;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the groups that are roles and says what each may reach in the engine; again at every start, so that the database
 * cannot fall behind. Nobody but an admin may read the history of persons: agents are helped, not watched.
 *
 * <p>What an agent may do with a single task, the engine grants by itself to the task's candidates and its assignee.
 */
@Component
@Order(1)
final class Roles extends AbstractProcessEnginePlugin {

    private static final Map<String, String> NAMES = Map.of(
            Staff.AGENTS,
            "Agents · Team",
            Staff.LEADS,
            "Team leads · Teamleitung",
            Staff.OWNERS,
            "Process owners · Prozessverantwortliche",
            Staff.ADMINS,
            "Administrators · Administration",
            "payments",
            "Payments · Zahlungen");

    private record Grant(String group, Resource resource, String id, Set<Permission> permissions) {

        Grant(String group, Resource resource, String id, Permission... permissions) {
            this(group, resource, id, Set.of(permissions));
        }
    }

    private static final List<Grant> GRANTS = List.of(
            new Grant(Staff.AGENTS, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
            // The models are no secret: Tasklist shows the diagram.
            new Grant(Staff.AGENTS, Resources.PROCESS_DEFINITION, ANY, Permissions.READ),
            new Grant(Staff.LEADS, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
            new Grant(
                    Staff.LEADS,
                    Resources.PROCESS_DEFINITION,
                    ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.TASK_WORK,
                    ProcessDefinitionPermissions.TASK_ASSIGN),
            new Grant(Staff.OWNERS, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
            new Grant(
                    Staff.OWNERS,
                    Resources.PROCESS_DEFINITION,
                    ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE),
            new Grant(Staff.OWNERS, Resources.DECISION_DEFINITION, ANY, Permissions.READ),
            new Grant(Staff.OWNERS, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ),
            new Grant(Staff.OWNERS, Resources.DEPLOYMENT, ANY, Permissions.READ));

    /** The engine takes letters and digits only, unless it is told otherwise. No dot: see {@link Queue}. */
    private static final String GROUP_ID = "[a-zA-Z0-9_-]+";

    private final Languages languages;

    Roles(Languages languages) {
        this.languages = languages;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setGroupResourceWhitelistPattern(GROUP_ID);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        NAMES.forEach((id, name) -> makeGroup(engine.getIdentityService(), id, name));
        languages
                .all()
                .forEach(language -> makeGroup(engine.getIdentityService(), Staff.LANGUAGE + language, name(language)));
        var authorizations = engine.getAuthorizationService();
        GRANTS.forEach(grant -> give(authorizations, grant));
        for (var resource : Resources.values()) {
            give(authorizations, new Grant(Staff.ADMINS, resource, ANY, Permissions.ALL));
        }
    }

    private static String name(String language) {
        var locale = Locale.forLanguageTag(language);
        return "Speaks %s · Spricht %s"
                .formatted(locale.getDisplayLanguage(Locale.ENGLISH), locale.getDisplayLanguage(Locale.GERMAN));
    }

    private static void makeGroup(IdentityService identity, String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() > 0) return;
        var group = identity.newGroup(id);
        group.setName(name);
        group.setType(id.equals(Staff.ADMINS) ? Groups.GROUP_TYPE_SYSTEM : "WORKFLOW");
        identity.saveGroup(group);
    }

    /** Makes what the group may do with the resource exactly this. */
    private static void give(AuthorizationService authorizations, Grant grant) {
        var known = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(grant.group())
                .resourceType(grant.resource())
                .resourceId(grant.id())
                .singleResult();
        var authorization = known == null ? authorizations.createNewAuthorization(AUTH_TYPE_GRANT) : known;
        authorization.setGroupId(grant.group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.id());
        authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }
}
