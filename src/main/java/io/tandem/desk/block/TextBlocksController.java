package io.tandem.desk.block;

import io.tandem.api.FitText;
import io.tandem.api.Problem;
import io.tandem.bot.PersonalData;
import io.tandem.content.Languages;
import io.tandem.content.Texts;
import io.tandem.desk.block.TextBlock.Content;
import io.tandem.process.AgentTask.UnknownTask;
import io.tandem.process.AgentTasks;
import io.tandem.process.Staff;
import io.tandem.ticket.Customers;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Tickets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The shared list of text blocks, and the same list ready for one ticket. */
@RestController
@RequestMapping(path = "/api/desk", produces = MediaType.APPLICATION_JSON_VALUE)
class TextBlocksController {

    private static final int LONGEST_TEXT = 10_000;
    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]{1,40}");

    private final TextBlocks blocks;
    private final AgentTasks tasks;
    private final Tickets tickets;
    private final Customers customers;
    private final Staff staff;
    private final Texts texts;
    private final Languages languages;

    TextBlocksController(
            TextBlocks blocks,
            AgentTasks tasks,
            Tickets tickets,
            Customers customers,
            Staff staff,
            Texts texts,
            Languages languages) {
        this.blocks = blocks;
        this.tasks = tasks;
        this.tickets = tickets;
        this.customers = customers;
        this.staff = staff;
        this.texts = texts;
        this.languages = languages;
    }

    record Block(UUID id, int version, String title, String shortcut, String language, String text) {

        static Block of(TextBlock block) {
            var content = block.content();
            return new Block(
                    block.id(),
                    block.version(),
                    content.title(),
                    content.shortcut(),
                    content.language(),
                    content.text());
        }
    }

    /** @param deleted those that can be brought back, instead */
    @GetMapping("/blocks")
    List<Block> all(@RequestParam(defaultValue = "false") boolean deleted) {
        return (deleted ? blocks.deleted() : blocks.all())
                .stream().map(Block::of).toList();
    }

    /** @param text with the placeholders filled for the ticket */
    record ReadyBlock(UUID id, String title, String shortcut, String language, String text) {}

    /** Those in the ticket's language first. */
    @GetMapping("/tasks/{task}/blocks")
    List<ReadyBlock> ready(@PathVariable String task, Principal agent) {
        var ticket = ticketOf(task);
        var name = Optional.ofNullable(customers.get(ticket.customer()).name()).filter(PersonalData::isName);
        var agentsName = staff.nameOf(agent.getName());
        return blocks.all().stream()
                .sorted((one, other) -> Boolean.compare(isForeign(one, ticket), isForeign(other, ticket)))
                .map(block -> ready(
                        block.id(),
                        block.content(),
                        new Blanks(
                                name,
                                texts.get(block.content().language(), "block.unnamed"),
                                ticket.number(),
                                agentsName)))
                .toList();
    }

    private static boolean isForeign(TextBlock block, Ticket ticket) {
        return !block.content().language().equals(ticket.language());
    }

    private static ReadyBlock ready(UUID id, Content content, Blanks blanks) {
        return new ReadyBlock(id, content.title(), content.shortcut(), content.language(), blanks.fill(content.text()));
    }

    private Ticket ticketOf(String task) {
        try {
            return tickets.get(tasks.get(task).ticket());
        } catch (UnknownTask unknown) {
            throw new Problem(HttpStatus.NOT_FOUND, "unknownTask");
        }
    }

    /**
     * @param id the writer's own, so that a second try writes no second block
     * @param version of a block that is changed: the one that was read
     */
    record NewBlock(
            @Nullable UUID id,
            @Nullable Integer version,
            @Nullable String title,
            @Nullable String shortcut,
            @Nullable String language,
            @Nullable String text) {}

    @PostMapping("/blocks")
    @ResponseStatus(HttpStatus.CREATED)
    Block write(@RequestBody NewBlock block) {
        return Block.of(blocks.write(block.id() == null ? UUID.randomUUID() : block.id(), content(block)));
    }

    @PutMapping("/blocks/{id}")
    Block change(@PathVariable UUID id, @RequestBody NewBlock block) {
        if (block.version() == null) throw new Problem(HttpStatus.BAD_REQUEST, "badRequest");
        return Block.of(blocks.change(id, block.version(), content(block)));
    }

    @DeleteMapping("/blocks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        blocks.delete(id);
    }

    /** Takes a deletion back. */
    @DeleteMapping("/blocks/{id}/deletion")
    Block bringBack(@PathVariable UUID id) {
        return Block.of(blocks.bringBack(id));
    }

    private Content content(NewBlock block) {
        var title = FitText.name(block.title());
        if (title == null) throw new Problem(HttpStatus.BAD_REQUEST, "noTitle");
        var shortcut = block.shortcut() == null ? "" : block.shortcut().strip();
        if (!SHORTCUT.matcher(shortcut).matches()) throw new Problem(HttpStatus.BAD_REQUEST, "badShortcut");
        var language = block.language();
        if (language == null || !languages.speaks(language)) throw new Problem(HttpStatus.BAD_REQUEST, "badLanguage");
        var text = FitText.message(block.text());
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new Problem(HttpStatus.PAYLOAD_TOO_LARGE, "textTooLong", Map.of("longest", LONGEST_TEXT));
        }
        return new Content(title, shortcut.toLowerCase(Locale.ROOT), language, text);
    }
}
