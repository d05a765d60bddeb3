package org.homeward.cli.names;

import picocli.CommandLine.Command;

/** The group of commands about names. */
@Command(
        name = "names",
        mixinStandardHelpOptions = true,
        description =
                "Compares names across scripts and languages, finds them in a register, and learns how letters answer.",
        subcommands = {NamesScore.class, NamesSearch.class, NamesTrain.class, NamesFit.class},
        footer = {"", "Example:", "  homeward names score --pairs pairs.tsv"})
public final class NamesCommand {}
