package io.tandem.channel.web;

import io.tandem.channel.Abilities;
import io.tandem.channel.Channel;
import io.tandem.channel.Outgoing;
import io.tandem.channel.Receipt;
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
    public Abilities abilities() {
        return Abilities.ALL;
    }

    @Override
    public boolean isFetched() {
        return true;
    }

    @Override
    public Receipt send(Outgoing message) {
        return Receipt.NONE;
    }
}
