package org.homeward.cli.record;

import picocli.CommandLine.Command;

/** The group of commands about what the press reports. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description =
                "Drafts what a press article reports, for a person to confirm; never feeds a list, a count or a match.",
        subcommands = {
            RecordDraft.class,
            RecordConfirm.class,
            RecordWithdraw.class,
            RecordList.class,
            RecordConflicts.class,
            RecordExchanges.class,
        },
        footer = {
            "",
            "Example:",
            "  homeward record draft article.txt --published 2026-02-05 --json > draft.json",
            "  homeward record confirm draft.json --entry F1 --by 'O. Venn' --record press"
        })
public final class RecordCommand {}
