package org.hearsay.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Processor time in nanoseconds: another program on the machine does not look like slow work of ours. */
public final class Spent {
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Spent() {}

    /** By all threads, those of the compiler and the collector too. */
    public static long byProcess() {
        return MACHINE.getProcessCpuTime();
    }

    public static long byThisThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
