package io.tandem.desk;

import io.tandem.api.Problem;
import io.tandem.attachment.Attachment;
import io.tandem.attachment.Attachments;
import io.tandem.attachment.Downloads;
import io.tandem.attachment.Holder;
import io.tandem.process.AgentTask.UnknownTask;
import io.tandem.process.AgentTasks;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The files of the ticket that an agent works on, and those that they bring. */
@RestController
@RequestMapping("/api/desk/tasks/{task}/attachments")
class DeskAttachmentController {

    private final AgentTasks tasks;
    private final Attachments attachments;
    private final Downloads downloads;

    DeskAttachmentController(AgentTasks tasks, Attachments attachments, Downloads downloads) {
        this.tasks = tasks;
        this.attachments = attachments;
        this.downloads = downloads;
    }

    /**
     * The body is the file itself; the agent's next reply or note on this ticket can name it.
     *
     * @param disposition names it: {@code attachment; filename*=UTF-8''photo.jpg}
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Attachment upload(
            @PathVariable String task,
            @RequestHeader(name = HttpHeaders.CONTENT_DISPOSITION, required = false) @Nullable String disposition,
            HttpServletRequest request,
            Principal agent)
            throws IOException {
        var holder = Holder.agent(ticketOf(task), agent.getName());
        return attachments.take(holder, Downloads.nameIn(disposition), request.getInputStream());
    }

    @GetMapping("/{attachment}")
    ResponseEntity<Resource> file(@PathVariable String task, @PathVariable UUID attachment) {
        return downloads.file(attachments.forAgent(ticketOf(task), attachment));
    }

    @GetMapping("/{attachment}/preview")
    ResponseEntity<Resource> preview(@PathVariable String task, @PathVariable UUID attachment) {
        return downloads.preview(attachments.forAgent(ticketOf(task), attachment));
    }

    private UUID ticketOf(String task) {
        try {
            return tasks.get(task).ticket();
        } catch (UnknownTask unknown) {
            throw new Problem(HttpStatus.NOT_FOUND, "unknownTask");
        }
    }
}
