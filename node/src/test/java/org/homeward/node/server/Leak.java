package org.homeward.node.server;

import static org.homeward.node.server.Leaks.*;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.homeward.node.server.Plant.Stick;
import org.homeward.protocol.crypto.Bytes;
import org.homeward.protocol.exchange.Act;
import org.homeward.protocol.exchange.ReplyCode;
import org.homeward.protocol.exchange.Terms;
import org.homeward.register.Field;

/** Mistakes that a programmer could make, or a hand could plant. Each one alone must be seen in what A observes. */
enum Leak {
    // Wrong view or missing filter between B's store and its desk.
    SOUGHT_PHONE_TAKEN_FOR_SERVICE_NUMBER(soughtView((t, h) -> renamed(t, "Телефон семьи", Field.SERVICE_NUMBER))),
    SOUGHT_ADDRESS_TAKEN_FOR_BIRTH_PLACE(soughtView((t, h) -> renamed(t, "Адрес", Field.BIRTH_PLACE))),
    SOUGHT_NOTES_TAKEN_FOR_UNIT(soughtView((t, h) -> renamed(t, "Заметки", Field.UNIT))),
    SOUGHT_NOTES_TAKEN_FOR_KIND(soughtView((t, h) -> renamed(t, "Заметки", Field.KIND))),
    SOUGHT_LIST_WITH_THOSE_HELD(soughtView((t, h) -> and(t, h.heldByB()))),
    SOUGHT_LIST_IN_THE_ORDER_OF_NOTES(soughtView((t, h) -> ordered(t, "Заметки"))),
    HELD_TRANSFER_TAKEN_FOR_CAPTURE(heldView((t, h) -> renamed(t, "Переведён", Field.CAPTURE_DATE))),
    HELD_DUTY_TAKEN_FOR_RANK(heldView((t, h) -> renamed(t, "Должность", Field.RANK))),
    HELD_PLACE_OF_DETENTION_TAKEN_FOR_RANK(heldView((t, h) -> renamed(t, "Место содержания", Field.RANK))),

    // An act that says more than it may.
    NAME_WITH_PLACE_OF_DETENTION(shown((p, i, h) -> with(
            p, p.token(), p.name() + ", " + h.places.get(i), p.birthDate(), p.rank(), p.medical(), p.heldSince()))),
    RANK_WITH_PLACE_OF_DETENTION(shown((p, i, h) ->
            with(p, p.token(), p.name(), p.birthDate(), p.rank() + " " + h.places.get(i), p.medical(), p.heldSince()))),
    MEDICAL_IN_THE_DOCTORS_WORDS(shown((p, i, h) ->
            with(p, p.token(), p.name(), p.birthDate(), p.rank(), "тяжело, " + h.places.get(i), p.heldSince()))),
    HELD_SINCE_WITH_PLACE(shown((p, i, h) ->
            with(p, p.token(), p.name(), p.birthDate(), p.rank(), p.medical(), p.heldSince() + " " + h.places.get(i)))),
    HELD_SINCE_MOVED_BY_ONE_DAY(shown((p, i, h) ->
            with(p, p.token(), p.name(), p.birthDate(), p.rank(), p.medical(), "2022-07-0" + (1 + h.world)))),
    TOKEN_THAT_IS_THE_ROWS_KEY(shown(
            (p, i, h) -> with(p, h.heldByB().id(i), p.name(), p.birthDate(), p.rank(), p.medical(), p.heldSince()))),
    TOKEN_THAT_IS_A_HASH_OF_THE_PLACE(shown((p, i, h) -> with(
            p,
            Bytes.hex(Bytes.sha256(utf8(h.places.get(i)))).substring(0, 24),
            p.name(),
            p.birthDate(),
            p.rank(),
            p.medical(),
            p.heldSince()))),
    TOKEN_THAT_COUNTS_THE_REGISTER(shown((p, i, h) -> with(
            p, "%024x".formatted(h.held() * 1000 + i), p.name(), p.birthDate(), p.rank(), p.medical(), p.heldSince()))),
    BIRTH_DATE_FROM_ANOTHER_COLUMN(shown(
            (p, i, h) -> with(p, p.token(), p.name(), "19" + (60 + h.held()), p.rank(), p.medical(), p.heldSince()))),
    SPACES_BEHIND_A_NAME(shown((p, i, h) ->
            with(p, p.token(), p.name() + " ".repeat(h.held()), p.birthDate(), p.rank(), p.medical(), p.heldSince()))),
    A_LETTER_THAT_LOOKS_THE_SAME(shown((p, i, h) -> with(
            p,
            p.token(),
            h.held() % 2 == 0 ? p.name() : p.name().replace('а', 'a'),
            p.birthDate(),
            p.rank(),
            p.medical(),
            p.heldSince()))),
    CODE_THAT_TELLS_WHY_NOT(absent((h, i) -> h.world == 0 ? ReplyCode.NOT_AVAILABLE : ReplyCode.NOT_HELD)),
    CODE_THAT_TELLS_WHO_ELSE_IS_HELD(absent((h, i) -> h.held() > 18 ? ReplyCode.UNKNOWN : ReplyCode.NOT_HELD)),
    CODE_THAT_TELLS_OF_A_RECORD_ON_ONE_LINE(
            absent((h, i) -> i == 12 + h.world ? ReplyCode.NEED_MORE_DATA : ReplyCode.NOT_HELD)),
    ANSWERS_IN_THE_ORDER_OF_THE_REGISTER(act((a, h) ->
            a instanceof Act.LinesAnswered(var replies) ? new Act.LinesAnswered(rotated(replies, h.held())) : a)),
    LINKS_CONFIRMED_IN_THE_ORDER_OF_NOTES(act((a, h) ->
            a instanceof Act.LinksConfirmed(var yes, var no) ? new Act.LinksConfirmed(rotated(yes, h.held()), no) : a)),
    LINK_REJECTED_WITH_ITS_REASON_IN_WORDS(act((a, h) -> a instanceof Act.LinksConfirmed(var yes, var no)
            ? new Act.LinksConfirmed(
                    yes.subList(1, yes.size()), List.of(new Act.RejectedLine(yes.getFirst(), "wanted: " + h.secret)))
            : a)),
    LINK_REJECTED_FOR_WHAT_IS_KEPT(act((a, h) -> a instanceof Act.LinksConfirmed(var yes, var no) && h.world == 1
            ? new Act.LinksConfirmed(
                    yes.subList(1, yes.size()), List.of(new Act.RejectedLine(yes.getFirst(), "NAME_DIFFERS")))
            : a)),
    LINK_NOT_ACKNOWLEDGED_FOR_WHAT_IS_KEPT(act((a, h) -> a instanceof Act.LinksAcknowledged(var lines)
            ? new Act.LinksAcknowledged(lines.subList(h.world, lines.size()))
            : a)),
    LINKS_ACKNOWLEDGED_IN_THE_ORDER_OF_THE_REGISTER(act((a, h) ->
            a instanceof Act.LinksAcknowledged(var lines) ? new Act.LinksAcknowledged(rotated(lines, h.held())) : a)),
    LOTTERY_NUMBER_MADE_OF_A_SECRET(lottery()),

    // How B behaves.
    SALTS_THAT_COUNT_THE_REGISTER(drawn(Hidden::held)),
    SALTS_THAT_TELL_ONE_BIT(drawn(h -> h.held() % 2)),
    TIME_OF_ACTS_THAT_GROWS_WITH_THE_REGISTER(clock("bb", (t, h) -> t.plusMillis(h.held()))),
    TIME_OF_ACTS_IN_BUCKETS(clock("bb", (t, h) -> t.plus(Duration.ofMinutes(h.held() > 18 ? 5 : 0)))),
    A_THIRD_PERSON_WHO_SIGNS(signers((h, odd) -> odd ? List.of("bb-1", "bb-3") : List.of("bb-1", "bb-2"))),
    THE_ORDER_IN_WHICH_PEOPLE_SIGN(signers((h, odd) -> odd ? List.of("bb-2", "bb-1") : List.of("bb-1", "bb-2"))),
    THE_ORDER_IN_WHICH_SIDES_ACT(first()),
    AN_OBJECTION_FOR_WHAT_IS_KEPT(objects()),

    // The agency, who knows of another case.
    PROPOSAL_NAMES_ANOTHER_CASE(audit("algorithm", (a, h) -> "as in case-2, " + h.otherActs)),
    PROPOSAL_COUNTS_ANOTHER_CASE(audit("levelValues", (a, h) -> List.of(h.otherActs))),
    PROPOSAL_WITH_A_MEMBER_MORE(audit("cases", (a, h) -> h.otherActs)),
    TERMS_NUMBERED_OVER_ALL_CASES(by(
            "med",
            (a, h) -> a instanceof Act.TermsProposed(Terms t)
                    ? new Act.TermsProposed(new Terms(
                            t.title() + " no. " + h.otherActs,
                            t.countingRule(),
                            t.perSide(),
                            t.civilians(),
                            t.clauses()))
                    : a)),
    TIME_OF_THE_AGENCY_THAT_GROWS_WITH_ITS_LOAD(clock("med", (t, h) -> t.plusMillis(h.otherActs))),

    // The agency's door.
    HEADER_WITH_A_COUNT(door((a, h) -> a.headers.put("X-Total", "" + h.otherActs))),
    HEADER_ETAG_FROM_A_SHARED_COUNTER(door((a, h) -> a.headers.put("ETag", "\"" + h.otherActs + "\""))),
    HEADER_WITH_TIMING(door((a, h) -> a.headers.put("Server-Timing", "db;dur=" + h.otherActs))),
    HEADER_LAST_MODIFIED_OF_THE_STORE(door((a, h) -> a.headers.put("Last-Modified", "2026-02-0" + h.otherActs))),
    HEADER_WITH_A_SESSION(door((a, h) -> a.headers.put("Set-Cookie", "s=" + h.otherActs))),
    HEADER_RETRY_AFTER_LOAD(door((a, h) -> a.headers.put("Retry-After", "" + h.otherActs))),
    HEADER_LENGTH_OF_WHAT_IS_NOT_SHOWN(door((a, h) -> a.headers.put("Content-Length", "" + h.otherActs))),
    HEADER_THAT_IS_THERE_OR_NOT(door((a, h) -> {
        if (h.world == 1) {
            a.headers.put("Vary", "*");
        }
    })),
    STATUS_THAT_TELLS_OF_ANOTHER_CASE(at("case-2", (a, h) -> a.status = h.otherActs > 1 ? 403 : 401)),
    STATUS_OF_A_BUSY_AGENCY(at("cosigned", (a, h) -> a.status = h.otherActs > 1 ? 503 : a.status)),
    STALE_CACHE_OF_ANOTHER_CASE(
            at("batch", (a, h) -> a.body = utf8("{\"case\":\"case-2\",\"n\":" + h.otherActs + "}"))),
    ERROR_WITH_A_COUNT(at("from=-1", (a, h) -> a.body = utf8("there are " + h.otherActs))),
    ERROR_WITH_A_STACK(at("from=x", (a, h) -> a.body = utf8("at org.homeward.X." + h.secret))),
    ERROR_WITH_A_PATH(at("case-9", (a, h) -> a.body = utf8("/srv/" + h.secret + "/cases/case-9"))),
    ERROR_THAT_NAMES_A_PERSON(at("envelopes", (a, h) -> a.body = utf8("duplicate of " + h.secret))),
    SIZE_PADDED_BY_THE_REGISTER(door((a, h) -> a.body = padded(a.body, h.held()))),
    SIZE_ROUNDED_BY_THE_REGISTER(at("batch", (a, h) -> a.body = padded(a.body, h.held() % 2))),
    A_BODY_WHERE_NONE_BELONGS(at("cosignatures", (a, h) -> {
        if (h.world == 1 && a.body.length == 0) {
            a.body = new byte[] {'\n'};
        }
    })),
    ORDER_HEAD_OF_ANOTHER_CASE(at(
            "batch?from=0",
            (a, h) -> a.body = utf8(new String(a.body, StandardCharsets.UTF_8)
                    .replaceFirst("\"size\":\\d+", "\"size\":" + h.otherActs)))),

    // The time until an answer, and the work for it.
    TIME_OF_AN_ANSWER_THAT_GROWS_WITH_ANOTHER_CASE(work("", (m, h) -> m.pass(h.otherActs * SteadyDoor.BEAT.toNanos()))),
    TIME_OF_AN_ANSWER_OF_A_DOOR_WITHOUT_A_BEAT(door((a, h) -> a.nanos += h.held())),
    WORK_FOR_A_CASE_THAT_IS_NONE_OF_ITS_READERS(work("case-2", (m, h) -> {
        for (int i = 0; i < h.otherActs; i++) {
            m.ask();
        }
    })),
    WORK_THAT_COUNTS_ALL_CASES(work("batch", (m, h) -> {
        for (int i = 0; i < h.otherActs; i++) {
            m.ask();
        }
    })),

    // Sticks, and A's own machine.
    STICK_NAMED_BY_A_COUNT(stick((s, h) -> new Stick(h.held() + "-" + s.name(), s.bytes()))),
    STICK_WITH_A_LINE_MORE(stick((s, h) -> new Stick(
            s.name(),
            (new String(s.bytes(), StandardCharsets.UTF_8) + h.secret + "\n").getBytes(StandardCharsets.UTF_8)))),
    STICK_PADDED(stick((s, h) -> new Stick(s.name(), padded(s.bytes(), h.held())))),
    FILE_WRITTEN_INTO_THE_WRONG_HOME(home((home, h) -> Files.writeString(home.resolve("answers.json"), h.secret))),
    FILE_NAME_THAT_COUNTS(home((home, h) -> Files.createFile(home.resolve("batch-" + h.held())))),
    LOG_LINE_IN_A_SHARED_LOG(home((home, h) -> Files.writeString(home.resolve("node.log"), "rows: " + h.held()))),
    EMPTY_FOLDER_OF_ANOTHER_CASE(
            home((home, h) -> Files.createDirectories(home.resolve("cases/case-2-" + h.otherActs))));

    final Plant plant;

    Leak(Plant plant) {
        this.plant = plant;
    }
}
