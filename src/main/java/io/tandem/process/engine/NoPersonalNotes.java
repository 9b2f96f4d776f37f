package io.tandem.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses the engine's own comments and attachments. It keeps them with the writer's name, shows them to whoever knows the
 * process, and tells customers and colleagues nothing: notes belong on the ticket.
 */
final class NoPersonalNotes extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AddCommentCmd || command instanceof CreateAttachmentCmd) {
            throw new BadUserRequestException("Write a note on the ticket instead: the engine keeps none");
        }
        return next.execute(command);
    }
}
