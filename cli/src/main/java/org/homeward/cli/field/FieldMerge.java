package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.homeward.handover.day.DayState;
import org.homeward.handover.day.DayView;
import org.homeward.handover.day.Status;
import org.homeward.handover.log.Breach;
import org.homeward.handover.log.EventSet;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Merger;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.RosterText;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.protocol.json.CanonicalJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homeward field merge}: joins logs and says where everybody stands. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Joins the logs of a day's devices, in any order and however often, and says where everybody stands.",
            "Two laptops that joined the same logs show the same hash. A device that kept two histories, left something out",
            "or cut its end is named, and with --proofs what proves it is written to files."
        },
        footer = {
            "",
            "Exit code: 0 joined, 1 a device is accused or an event does not verify, 2 bad input or usage.",
            "",
            "Example:",
            "  homeward field merge --roster drill/roster.json --proofs proofs drill/*.hwlog"
        })
final class FieldMerge implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call().
    private CommandSpec spec;

    @Option(
            names = "--roster",
            required = true,
            paramLabel = "FILE",
            description = "The day's roster: keys, and who is expected.")
    @SuppressWarnings("NullAway.Init")
    private Path roster;

    @Parameters(arity = "1..*", paramLabel = "LOG", description = "Logs as carried: .hwlog files.")
    private List<Path> logs = List.of();

    @Option(names = "--proofs", paramLabel = "FOLDER", description = "Where proofs against devices go, one file each.")
    private @Nullable Path proofs;

    @Option(names = "--board", paramLabel = "FILE", description = "Writes where each person and bag stands, as JSON.")
    private @Nullable Path board;

    @Option(names = "--json", description = "The summary as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try {
            Result<Roster> day = RosterText.read(Files.readAllBytes(roster));
            if (day instanceof Result.Refused<Roster>(Refusal refusal)) {
                return Output.refuse(spec, refusal);
            }
            EventSet set = new EventSet();
            Merger merger = new Merger(day.get());
            List<Refusal> refused = new ArrayList<>();
            for (Path log : logs) {
                Result<LogText.Content> content = LogText.read(Files.readAllBytes(log));
                if (content instanceof Result.Refused<LogText.Content>(Refusal refusal)) {
                    return Output.refuse(spec, log.getFileName() + ": " + refusal.sentence());
                }
                refused.addAll(merger.merge(content.get(), set).refused());
            }
            DayState state = DayState.of(day.get(), set);
            if (board != null) {
                Output.file(board, DayView.bytes(state));
            }
            if (proofs != null) {
                prove(state, proofs);
            }
            say(state, refused);
            return state.breaches().isEmpty() && refused.isEmpty() ? 0 : 1;
        } catch (IOException e) {
            return Output.unreadable(spec);
        }
    }

    private static void prove(DayState state, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Breach breach : state.breaches()) {
            String key = state.roster().device(breach.device()).orElseThrow().key();
            String name = String.format(
                    Locale.ROOT,
                    "%s-%s-%06d.json",
                    breach.device(),
                    breach.kind().name(),
                    breach.seq());
            Output.file(folder.resolve(name), breach.proof(key));
        }
    }

    private void say(DayState state, List<Refusal> refused) {
        Map<String, Long> statuses = new TreeMap<>();
        for (Status status : Status.values()) {
            long count = state.subjects().values().stream()
                    .filter(s -> s.status() == status)
                    .count();
            if (count > 0) {
                statuses.put(status.name(), count);
            }
        }
        if (json) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("events", state.events());
            summary.put("hash", state.hash());
            summary.put("statuses", statuses);
            summary.put("tallies", state.tallies());
            Map<String, String> vehicles = new TreeMap<>();
            state.vehicles().forEach((id, v) -> vehicles.put(id, v.standing().name()));
            summary.put("vehicles", vehicles);
            summary.put("unfounded", state.unfounded().size());
            summary.put(
                    "breaches", state.breaches().stream().map(Breach::sentence).toList());
            summary.put("refused", refused.stream().map(Refusal::sentence).toList());
            Output.line(spec, new String(CanonicalJson.bytes(summary), java.nio.charset.StandardCharsets.UTF_8));
            return;
        }
        Output.line(spec, String.format(Locale.ROOT, "%,d events joined; state %s", state.events(), state.hash()));
        statuses.forEach((status, count) -> Output.line(spec, String.format(Locale.ROOT, "  %6d %s", count, status)));
        state.tallies().forEach((party, counts) -> Output.line(spec, "  counted by " + party + ": " + counts));
        state.vehicles().forEach((id, v) -> Output.line(spec, "  " + id + ": " + v.standing()));
        if (!state.unfounded().isEmpty()) {
            Output.line(
                    spec,
                    "  " + state.unfounded().size()
                            + " events count for nothing: their device may not make them, or they refer to nothing.");
        }
        state.breaches().forEach(b -> Output.line(spec, b.sentence()));
        refused.forEach(r -> Output.line(spec, r.sentence()));
    }
}
