package io.tandem.process.engine;

import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/** An expression wanted more than expressions may have. */
final class RefusedExpression extends ELException {

    private static final long serialVersionUID = 1L;

    RefusedExpression(String message) {
        super(message);
    }
}
