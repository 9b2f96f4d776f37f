package io.tandem.channel.mail.read;

import io.tandem.channel.mail.read.ReadMail.Fault;
import io.tandem.channel.mail.read.ReadMail.Oddity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was noticed while a mail was read. */
final class Oddities {

    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);

    void add(Fault fault) {
        counts.merge(fault, 1, Integer::sum);
    }

    /** How often it was noticed is of no interest. */
    void mark(Fault fault) {
        counts.put(fault, 1);
    }

    List<Oddity> list() {
        return counts.entrySet().stream()
                .map(one -> new Oddity(one.getKey(), one.getValue()))
                .toList();
    }
}
