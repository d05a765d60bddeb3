package org.homeward.cli.simulate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.simulation.Broken;
import org.homeward.simulation.Happening;
import org.homeward.simulation.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the simulation for one seed; the same seed gives the same run. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the three nodes' own code in one thread under a seeded clock, network and disk: power cuts, lost and repeated"
                    + " messages, sticks that come days late, two clerks at once, one who repeats himself, one who forges, a curious party,"
                    + " an agency that lies. Says how often each came to pass. One seed gives one run, bit for bit.",
            "Exit code: 0 every invariant held, 1 one did not (it is named), 2 wrong usage."
        },
        footer = {"", "Example:", "  homeward simulate --seed 42 --hours 2400"})
public final class SimulateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(names = "--seed", required = true, paramLabel = "N", description = "seed of the run")
    private long seed;

    @Option(names = "--hours", required = true, paramLabel = "H", description = "simulated hours, from 1")
    private long hours;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (hours < 1) {
            spec.commandLine().getErr().println("--hours is " + hours + "; give at least 1.");
            return 2;
        }
        try {
            Simulation.Result result = Simulation.run(seed, hours);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(new String(CanonicalJson.bytes(result), StandardCharsets.UTF_8));
            } else {
                out.println("Every invariant held: %d hours, %d steps, %d cases agreed. Hash %s"
                        .formatted(result.hours(), result.steps(), result.cases(), result.hash()));
                for (Happening happening : Happening.values()) {
                    out.println("  %,10d  %s"
                            .formatted(
                                    result.times(happening),
                                    happening.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
                }
            }
            return 0;
        } catch (Broken broken) {
            spec.commandLine()
                    .getErr()
                    .println("Broken at seed " + seed + ": this does not hold: " + broken.getMessage() + ".");
            return 1;
        }
    }
}
