package io.tandem.process.proof;

import io.tandem.model.DecisionTable;
import io.tandem.model.Step.Effect;
import io.tandem.model.Steps;
import io.tandem.model.diagram.Node;
import io.tandem.model.net.Values;
import io.tandem.model.net.World;
import io.tandem.process.ProcessMessage;
import io.tandem.process.TicketProcess;
import io.tandem.process.Variables;
import io.tandem.ticket.Ticket.Resolution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What our program does with a ticket that its diagrams cannot say, and what the tables beside them decide. */
final class TicketWorld implements World {

    private final Steps steps;
    private final Map<String, Table> tables;

    private TicketWorld(Steps steps, Map<String, Table> tables) {
        this.steps = steps;
        this.tables = tables;
    }

    static TicketWorld of(Steps steps, List<DecisionTable> tables) {
        return new TicketWorld(steps, byId(tables, Remembered::new));
    }

    /** A world in which tables may decide anything, as their owners may let them do tomorrow. */
    static TicketWorld ofAnyTables(Steps steps, List<DecisionTable> tables) {
        return new TicketWorld(steps, byId(tables, AnyTable::new));
    }

    private static Map<String, Table> byId(List<DecisionTable> tables, Function<DecisionTable, Table> as) {
        return tables.stream().collect(Collectors.toMap(DecisionTable::id, as, (one, same) -> one));
    }

    @Override
    public Optional<Steps.Facts> step(String delegate) {
        return steps.find(delegate);
    }

    @Override
    public Optional<Table> table(String decision) {
        return Optional.ofNullable(tables.get(decision));
    }

    @Override
    public Message message(String name) {
        return ProcessMessage.named(name)
                .map(message -> new Message(
                        message.byCustomer() ? Message.Sender.CUSTOMER : Message.Sender.OTHERS, sets(message)))
                .orElse(new Message(Message.Sender.CUSTOMER, Map.of()));
    }

    private static Map<String, String> sets(ProcessMessage message) {
        // Whether a ticket that begins is one that came back is known each time, but not beforehand.
        if (message == ProcessMessage.TICKET_OPENED) return Map.of(Variables.REOPENED.name(), Values.ANY);
        var sets = new TreeMap<String, String>();
        message.variables().forEach((name, value) -> sets.put(name, value.toString()));
        return sets;
    }

    @Override
    public String ticketProcess() {
        return TicketProcess.TICKET;
    }

    @Override
    public Map<String, Set<String>> entries(String process) {
        return process.equals(TicketProcess.TICKET)
                ? Map.of(TicketProcess.TO_PERSON, TicketProcess.GIVEN_TO_PERSON)
                : Map.of();
    }

    @Override
    public String wanted() {
        return ProcessMessage.HUMAN_WANTED.inModel();
    }

    @Override
    public String reopened() {
        return ProcessMessage.TICKET_REOPENED.inModel();
    }

    @Override
    public String merged() {
        return ProcessMessage.TICKET_MERGED.inModel();
    }

    @Override
    public boolean asksNobody(Node decision, Map<String, String> outcome) {
        return "survey".equals(decision.work().decision()) && "false".equals(outcome.get(Variables.ASK.name()));
    }

    @Override
    public boolean withdraws(Node step) {
        return Resolution.WITHDRAWN.name().equals(step.work().input(Variables.RESOLUTION.name()));
    }

    /** A wish that waits in the record is read with the customer's words, and the bot's voice keeps silent over it. */
    @Override
    public Map<String, String> setsOnWish(Steps.Facts step) {
        if (step.effect() == Effect.READS_CUSTOMER) return Map.of(Variables.WANTS_HUMAN.name(), "true");
        return step.effect() == Effect.BOT_ANSWERS ? Map.of(Variables.CUSTOMER_WROTE.name(), "true") : Map.of();
    }

    @Override
    public Set<String> setByPersons() {
        return Variables.SET_BY_PERSONS;
    }

    private record AnyTable(DecisionTable table) implements Table {

        @Override
        public Set<String> reads() {
            return Set.of();
        }

        @Override
        public List<Map<String, String>> outcomes(Map<String, String> known) {
            return List.of(Map.of());
        }
    }

    /** Tables are asked again and again with the same things known. */
    private static final class Remembered implements Table {

        private final DecisionTable table;
        private final Map<Map<String, Object>, List<Map<String, String>>> answers = new HashMap<>();

        Remembered(DecisionTable table) {
            this.table = table;
        }

        @Override
        public Set<String> reads() {
            return table.inputs().stream().map(DecisionTable.Input::variable).collect(Collectors.toSet());
        }

        @Override
        public List<Map<String, String>> outcomes(Map<String, String> known) {
            var read = new HashMap<String, Object>();
            for (var name : reads()) {
                var value = known.get(name);
                if (value != null && !value.equals(Values.OTHER)) read.put(name, typed(value));
            }
            return answers.computeIfAbsent(read, table::outcomes);
        }

        private static Object typed(String value) {
            if (value.equals(Values.NULL)) return DecisionTable.NULL;
            if (value.equals("true") || value.equals("false")) return Boolean.valueOf(value);
            return value;
        }
    }
}
