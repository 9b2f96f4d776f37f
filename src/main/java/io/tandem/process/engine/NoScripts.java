package io.tandem.process.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** The engine runs no script, in whatever language and whatever the class path holds. */
final class NoScripts implements ScriptEngineResolver {

    /** A manager that looks for engines nowhere. */
    private final ScriptEngineManager none = new ScriptEngineManager(ClassLoader.getPlatformClassLoader());

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw refused(factory.getLanguageName());
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return none;
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw refused(language);
    }

    private static ProcessEngineException refused(String language) {
        return new ProcessEngineException("Scripts are refused (%s): write the step in Java".formatted(language));
    }
}
