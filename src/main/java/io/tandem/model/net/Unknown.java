package io.tandem.model.net;

import io.tandem.model.Steps;
import io.tandem.model.diagram.Node;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A world of which nothing is known but the diagram. */
final class Unknown implements World {

    @Override
    public Optional<Steps.Facts> step(String delegate) {
        return Optional.empty();
    }

    @Override
    public Optional<Table> table(String decision) {
        return Optional.empty();
    }

    @Override
    public Message message(String name) {
        return new Message(Message.Sender.OTHERS, Map.of());
    }

    @Override
    public String ticketProcess() {
        return "";
    }

    @Override
    public Map<String, Set<String>> entries(String process) {
        return Map.of();
    }

    @Override
    public String wanted() {
        return "";
    }

    @Override
    public String reopened() {
        return "";
    }

    @Override
    public String merged() {
        return "";
    }

    @Override
    public boolean asksNobody(Node decision, Map<String, String> outcome) {
        return false;
    }

    @Override
    public boolean withdraws(Node step) {
        return false;
    }

    @Override
    public Map<String, String> setsOnWish(Steps.Facts step) {
        return Map.of();
    }

    @Override
    public Set<String> setByPersons() {
        return Set.of();
    }
}
