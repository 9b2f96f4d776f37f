package io.tandem.process.gate;

import java.lang.reflect.Field;
import java.util.Objects;
import org.springframework.util.ReflectionUtils;

/** What a command of the engine is about: the engine gives no other way to see it. */
record CommandField(Field field) {

    static CommandField of(Class<?> command, String name) {
        var field = ReflectionUtils.findField(command, name);
        if (field == null) throw new IllegalStateException("The engine has changed: " + command + " has no " + name);
        ReflectionUtils.makeAccessible(field);
        return new CommandField(field);
    }

    Object in(Object command) {
        return Objects.requireNonNull(ReflectionUtils.getField(field, command), field::toString);
    }
}
