package io.tandem.insight;

/** What one agent's tickets add to a figure. Leaves this package only summed up, or to the agent. */
record Share(String agent, Figure figure, Amount amount) {

    static Share of(String agent, Figure figure, long cases) {
        return new Share(agent, figure, new Amount(cases, cases));
    }
}
