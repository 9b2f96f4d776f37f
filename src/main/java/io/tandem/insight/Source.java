package io.tandem.insight;

import java.util.List;

/** Where a figure comes from: a bean of each kind adds to all pages. Reads what tickets hold anyway. */
interface Source {

    /** What each agent's tickets add in this month, one share an agent and figure at most. */
    List<Share> sharesIn(Period month);
}
