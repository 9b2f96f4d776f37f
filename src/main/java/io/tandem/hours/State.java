package io.tandem.hours;

/** The German states, by the letters that owners write in {@code calendar.yml}. */
enum State {
    BW,
    BY,
    BE,
    BB,
    HB,
    HH,
    HE,
    MV,
    NI,
    NW,
    RP,
    SL,
    SN,
    ST,
    SH,
    TH
}
