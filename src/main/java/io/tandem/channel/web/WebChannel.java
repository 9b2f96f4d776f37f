package io.tandem.channel.web;

import io.tandem.channel.Channel;
import io.tandem.ticket.Message;
import io.tandem.ticket.Ticket;
import org.springframework.stereotype.Component;

/** The web chat. Its pages fetch what is stored and hear of news by server-sent events, so storing is sending. */
@Component
class WebChannel implements Channel {

    static final String NAME = "web";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(Ticket ticket, Message message) {}
}
