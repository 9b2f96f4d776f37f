package io.tandem.http;

import java.net.UnknownHostException;

/** Nobody may be called there. The message says why, for operators. */
public final class OutOfReach extends UnknownHostException {

    OutOfReach(String reason) {
        super(reason);
    }
}
