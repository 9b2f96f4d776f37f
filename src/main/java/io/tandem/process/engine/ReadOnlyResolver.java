package io.tandem.process.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/** A resolver that reads and never writes. */
abstract class ReadOnlyResolver extends ELResolver {

    @Override
    public final @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public final void setValue(
            ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        if (base != null) {
            throw new RefusedExpression("An expression may not change '%s'".formatted(property));
        }
    }

    @Override
    public final boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return true;
    }

    @Override
    public final Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }

    @Override
    public final Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }
}
