package org.homeward.cli.talks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The talks: each thing one can do with them is a subcommand. */
@Command(
        name = "talks",
        mixinStandardHelpOptions = true,
        description =
                "What was said and what was agreed at the talks, and where the two sides' interests allow an agreement.",
        subcommands = {
            TalksFront.class,
            TalksOpen.class,
            TalksAdd.class,
            TalksEntries.class,
            TalksMinutes.class,
            TalksText.class,
            TalksRemaining.class,
            TalksTerms.class,
            TalksConsequences.class,
            TalksNext.class
        },
        footer = {"", "Example:", "  homeward talks front --domain party.json --a a.json --b b.json"})
public final class TalksCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run().
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do with the talks.");
    }
}
