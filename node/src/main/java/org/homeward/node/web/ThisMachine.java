package org.homeward.node.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells whether a request comes from the machine on which the node runs. */
public final class ThisMachine {
    private ThisMachine() {}

    /** Whether the address, as the servlet container writes it, is a loopback one. */
    public static boolean is(String address) {
        try {
            // A literal address is never looked up by name.
            return address.matches("[0-9a-fA-F.:%]+")
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
