package org.homeward.node.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.node.duty.DutyDesk;
import org.homeward.node.exports.ProgramReads;
import org.homeward.node.people.Person;
import org.homeward.node.store.Registers;
import org.homeward.node.store.Store;
import org.homeward.protocol.envelope.Envelope;
import org.homeward.protocol.exchange.Approval;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is new since a cursor, for programs that follow along, and the description of all doors for programs. A cursor is what the answer
 * before gave; whoever asks with the same one gets the same again, and more when there is more.
 */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
final class FeedController {
    private static final int MOST = 1000;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})");

    private final Cases cases;
    private final Store store;
    private final DutyDesk duties;
    private final ProgramReads reads;

    FeedController(Cases cases, Store store, DutyDesk duties, ProgramReads reads) {
        this.cases = cases;
        this.store = store;
        this.duties = duties;
        this.reads = reads;
    }

    /**
     * What is owed for a person who is held.
     *
     * @param key of his row
     * @param due the last day on which it is in time; null where nobody knows since when he is held
     * @param days overdue (positive) or left (negative or 0)
     */
    record FedDuty(
            String duty, String law, String key, @Nullable String due, String state, long days) {}

    /** @param today the day, in UTC, for which it was reckoned */
    record Duties(String today, List<FedDuty> duties) {}

    /** What this side owes for the people whom it holds, the longest overdue first. */
    @GetMapping("duties")
    Duties duties() {
        DutyDesk.Report report = duties.report();
        return new Duties(
                report.today().toString(),
                report.owed().stream()
                        .map(o -> new FedDuty(
                                o.duty().id().name(),
                                o.duty().law(),
                                o.person().row(),
                                o.due() == null ? null : o.due().toString(),
                                o.state().name(),
                                o.days()))
                        .toList());
    }

    /**
     * An act as the joint log has it; its content is in the envelope and not here.
     *
     * @param index its place in the joint order, from 0
     * @param sequence the sender's own count
     */
    record FedAct(
            int index,
            String from,
            long sequence,
            String kind,
            String time,
            String envelope,
            String commitment,
            List<String> approvedBy) {}

    /** @param next index to ask with for what comes after */
    record Acts(List<FedAct> acts, int next) {}

    /** The acts of a case in the joint order, from an index on. */
    @GetMapping("cases/{caseId}/acts")
    Acts acts(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "100") int limit)
            throws IOException {
        CaseRoom room = cases.find(caseId).orElseThrow(ApiProblem::noCase);
        if (from < 0 || limit < 1) {
            throw bad("'from' is an index from 0 on, 'limit' a number from 1 to " + MOST + ".");
        }
        List<FedAct> acts = new ArrayList<>();
        for (Envelope e : room.node().envelopes(from)) {
            if (acts.size() < Math.min(limit, MOST)) {
                acts.add(new FedAct(
                        from + acts.size(),
                        e.from(),
                        e.seq(),
                        e.kind(),
                        e.time(),
                        e.digest(),
                        e.commitment(),
                        e.approvals().stream().map(Approval::officer).toList()));
            }
        }
        return new Acts(acts, from + acts.size());
    }

    /**
     * A row of a register, as its file gave it.
     *
     * @param cells by the file's own headers
     * @param fields what each header was taken for
     */
    record FedRow(String cursor, String key, Map<String, String> cells, Map<String, String> fields) {}

    /** @param next cursor to ask with for what comes after; null when there is nothing yet */
    record Rows(List<FedRow> rows, @Nullable String next) {}

    /**
     * The rows that count, in the order in which they were taken in. A row that is taken in again comes again, later: a program that
     * keeps the last of each key has the register.
     */
    @GetMapping("registers/{kind}/rows")
    Rows rows(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Person person) {
        Registers.Kind register = ApiController.kind(kind);
        Matcher cursor = CURSOR.matcher(after);
        if (limit < 1 || !after.isEmpty() && !cursor.matches()) {
            throw bad("'after' is a cursor of an answer before, 'limit' a number from 1 to " + MOST + ".");
        }
        Registers.Row last = after.isEmpty()
                ? null
                : new Registers.Row(Long.parseLong(cursor.group(1)), Integer.parseInt(cursor.group(2)), "", Map.of());
        ProgramReads.Taken may = reads.take(person.id(), register, Math.min(limit, MOST));
        if (may.rows() == 0) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, "BULK", ProgramReads.usedUp(register));
        }
        List<FedRow> rows = store.registers().page(register, last, may.rows()).stream()
                .map(FeedController::row)
                .toList();
        reads.giveBack(may, may.rows() - rows.size());
        return new Rows(
                rows,
                rows.isEmpty()
                        ? (after.isEmpty() ? null : after)
                        : rows.getLast().cursor());
    }

    private static FedRow row(Registers.Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        Map<String, String> fields = new LinkedHashMap<>();
        row.cells().forEach((column, cell) -> {
            cells.put(column.header(), cell);
            fields.put(column.header(), column.field().name());
        });
        return new FedRow(row.batch() + "." + row.ordinal(), row.key(), cells, fields);
    }

    /** The doors for programs, as OpenAPI 3.1. */
    @GetMapping("openapi.json")
    byte[] openApi() throws IOException {
        return description("openapi.json");
    }

    /** The pages for programs, as OpenAPI 3.1: each at its own address, asked for JSON. */
    @GetMapping("pages.json")
    byte[] pages() throws IOException {
        return description("pages.json");
    }

    private static byte[] description(String name) throws IOException {
        try (InputStream in = FeedController.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its " + name);
            }
            return in.readAllBytes();
        }
    }

    private static ApiProblem bad(String sentence) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", sentence);
    }
}
