package io.tandem.desk;

import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tandem.content.Languages;
import io.tandem.content.ProcessFolder;
import io.tandem.routing.Reservations;
import io.tandem.ticket.Customers;
import io.tandem.ticket.Message.Author;
import io.tandem.ticket.Messages;
import io.tandem.ticket.Ticket;
import io.tandem.ticket.Ticket.Handover;
import io.tandem.ticket.Tickets;
import io.tandem.ticket.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The real steps of service levels over a real record, at a time that a test sets: no process waits for a weekend. The
 * office is open Monday to Friday from 9:00 to 12:30 and from 13:00 to 17:00.
 */
public final class TimedDesk implements AutoCloseable {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(BERLIN);
    private static final Set<String> STEPS = Set.of(
            "handOver", "startClock", "pauseClock", "stopClock", "warnAgents", "bringInLead", "recordResolution");
    private static final Pattern NEEDED = Pattern.compile(
            "io\\.tandem\\.(ticket\\..*|hours\\..*|content\\.Texts"
                    + "|process\\.(AgentTasks|ColleagueTasks|ColleagueRequests|TicketProcess|Unserved|RecordResolution)|desk\\.(Service.*|Timekeeper|.*Clock|WarnAgents|BringInLead|HandOver))");
    private static final String CALENDAR = """
            time-zone: Europe/Berlin
            monday: [09:00-12:30, 13:00-17:00]
            tuesday: [09:00-12:30, 13:00-17:00]
            wednesday: [09:00-12:30, 13:00-17:00]
            thursday: [09:00-12:30, 13:00-17:00]
            friday: [09:00-12:30, 13:00-17:00]
            holidays: none
            """;

    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    private final TransactionTemplate transaction;
    private Instant now = Instant.EPOCH;

    @EnableTransactionManagement
    private static final class WithTransactions {}

    public TimedDesk(ProcessEngine engine, Path folder) {
        var data = new DriverManagerDataSource("jdbc:h2:mem:timed-%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        Flyway.configure().dataSource(data).load().migrate();
        bean(DataSource.class, data);
        bean(PlatformTransactionManager.class, new DataSourceTransactionManager(data));
        bean(NamedParameterJdbcOperations.class, new NamedParameterJdbcTemplate(data));
        bean(JdbcClient.class, JdbcClient.create(data));
        bean(Clock.class, new SetClock());
        bean(MeterRegistry.class, new SimpleMeterRegistry());
        bean(ProcessFolder.class, ProcessFolder.at(filled(folder)));
        bean(Languages.class, new Languages(List.of("de", "en")));
        bean(TaskService.class, engine.getTaskService());
        bean(RuntimeService.class, engine.getRuntimeService());
        bean(HistoryService.class, engine.getHistoryService());
        // Nobody is at the desk for whom a ticket could be kept: that is told by the tests of routing.
        bean(Reservations.class, mock(Reservations.class));
        spring.register(WithTransactions.class);
        var scanner = new ClassPathBeanDefinitionScanner(spring, false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        scanner.addExcludeFilter((type, all) ->
                !NEEDED.matcher(type.getClassMetadata().getClassName()).matches());
        scanner.scan("io.tandem");
        spring.refresh();
        transaction = new TransactionTemplate(spring.getBean(PlatformTransactionManager.class));
    }

    private <T> void bean(Class<T> type, T it) {
        spring.registerBean(type, () -> it);
    }

    private static Path filled(Path folder) {
        try {
            Files.writeString(folder.resolve("calendar.yml"), CALENDAR);
            Files.createDirectories(folder.resolve("texts"));
            for (var file : List.of("messages_de.properties", "messages_en.properties")) {
                Files.copy(
                        Path.of("processes/texts", file),
                        folder.resolve("texts").resolve(file));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class SetClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** @param local the time on the wall in Berlin, like {@code 2026-11-25T10:00} */
    public void itIs(String local) {
        now = LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    /** The real steps, by the names that the diagrams use. */
    public void play(BiConsumer<String, JavaDelegate> stage) {
        STEPS.forEach(name -> stage.accept(name, execution -> {
            var step = spring.getBean(name, JavaDelegate.class);
            transaction.executeWithoutResult(status -> {
                try {
                    step.execute(execution);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }));
    }

    public UUID opensTicket() {
        var customer = spring.getBean(Customers.class).welcome("Karla");
        var opened = transaction.execute(status ->
                spring.getBean(Tickets.class).open(new Ticket.Opening(customer.id(), "web", null, "en", null)));
        customerWrites(opened.id());
        return opened.id();
    }

    public void customerWrites(UUID ticket) {
        change(ticket, it -> spring.getBean(Tickets.class).add(it, Words.ofCustomer("Karla", "Hello?", null)));
    }

    public void tandemWrites(UUID ticket) {
        change(ticket, it -> spring.getBean(Tickets.class).add(it, Words.ofSystem("A person takes over")));
    }

    public void agentNotes(UUID ticket) {
        change(ticket, it -> spring.getBean(Tickets.class).add(it, Words.note(Author.AGENT, "Anna", "Hm", null)));
    }

    public void agentWrites(UUID ticket) {
        var id = UUID.randomUUID().toString();
        change(ticket, it -> spring.getBean(Tickets.class).add(it, Words.ofAgent("Anna", "Hello!", id)));
    }

    public void wantsPerson(UUID ticket) {
        change(ticket, it -> it.handOver(Handover.WANTS_HUMAN, now));
    }

    public void agentTakesAndPutsBack(UUID ticket) {
        change(ticket, it -> it.takenBy("anna", now));
        change(ticket, Ticket::putBack);
    }

    private void change(UUID id, Consumer<Ticket> change) {
        transaction.executeWithoutResult(status -> {
            var tickets = spring.getBean(Tickets.class);
            var ticket = tickets.lock(id);
            change.accept(ticket);
            if (tickets.get(id).lastPosition() == ticket.lastPosition()) tickets.save(ticket);
        });
    }

    public int lastPosition(UUID ticket) {
        return spring.getBean(Tickets.class).get(ticket).lastPosition();
    }

    /** What runs or ran, each like {@code FIRST_RESPONSE Wed 10:00 - Wed 12:00 met}. */
    public List<String> clocks(UUID ticket) {
        return spring.getBean(ServiceClocks.class).of(ticket).stream()
                .map(clock -> "%s %s - %s %s"
                        .formatted(
                                clock.kind(),
                                SHORT.format(clock.startedAt()),
                                SHORT.format(clock.dueAt()),
                                state(clock)))
                .toList();
    }

    private static String state(ServiceClock clock) {
        var outcome = clock.outcome();
        if (outcome != null) return outcome.name().toLowerCase(Locale.ROOT);
        return clock.isRunning() ? "runs" : "paused";
    }

    /** By when the next thing is due, as lists show it, or {@code -}. */
    public String due(UUID ticket) {
        return spring.getBean(Tickets.class)
                .get(ticket)
                .dueAt()
                .map(SHORT::format)
                .orElse("-");
    }

    public String shown(Instant time) {
        return SHORT.format(time);
    }

    public int priority(UUID ticket) {
        return spring.getBean(Tickets.class).get(ticket).priority();
    }

    public List<String> notes(UUID ticket) {
        return spring.getBean(Messages.class).of(ticket).stream()
                .filter(message -> message.internal() && message.isFrom(Author.SYSTEM))
                .map(message -> message.text())
                .toList();
    }

    public ServiceLevels.Figures figures(String from, String to) {
        return spring.getBean(ServiceLevels.class)
                .figures(
                        LocalDateTime.parse(from).atZone(BERLIN).toInstant(),
                        LocalDateTime.parse(to).atZone(BERLIN).toInstant());
    }

    public double counted(String clock, String outcome) {
        return spring.getBean(MeterRegistry.class)
                .counter("tandem.service.clocks", "clock", clock, "outcome", outcome)
                .count();
    }

    @Override
    public void close() {
        spring.close();
    }
}
