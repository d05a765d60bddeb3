package org.homeward.bench.names;

import java.lang.management.ManagementFactory;

/** The processor time of this thread: what counts where other work runs beside it. */
final class Cpu {
    private Cpu() {}

    static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
