package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.handover.day.Entry;
import org.homeward.handover.day.Subject;
import org.homeward.handover.device.ActPicture;
import org.homeward.handover.device.Post;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Merger;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Observation.Answer;
import org.homeward.handover.log.Observation.CheckedIn;
import org.homeward.handover.log.Observation.Outcome;
import org.homeward.handover.log.Observation.Photo;
import org.homeward.handover.log.PrivateWord;
import org.homeward.handover.log.SignedEvent;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.jspecify.annotations.Nullable;

/** The words that somebody at a post types, one line each, and what the device says to them. */
final class CheckinSession {
    private record Paper(String form, String pen, String written) {}

    private final Post post;
    private final String device;
    private final String party;
    private final InstantSource clock;
    private final SecureRandom random;
    private final AtTable table;
    private final CodesAtPost codes;
    private @Nullable Paper paper;
    private @Nullable SignedEvent last;
    private int unlisted;

    CheckinSession(Post post, String device, InstantSource clock, SecureRandom random) {
        this.post = post;
        this.device = device;
        this.party = post.pack().roster().device(device).orElseThrow().party();
        this.clock = clock;
        this.random = random;
        this.table = new AtTable(post);
        this.codes = new CodesAtPost(post);
        this.unlisted = (int) post.state().subjects().keySet().stream()
                .filter(id -> id.startsWith("new:" + device))
                .count();
    }

    /** What stands before the cursor: who is at the table. */
    String prompt() {
        return device + table.label() + "> ";
    }

    /**
     * One line typed.
     *
     * @throws IOException when the disk refuses: the device must stop
     */
    List<String> say(String line) throws IOException {
        String[] words = line.strip().split("\\s+");
        String rest = words[0].length() == line.strip().length()
                ? ""
                : line.strip().substring(words[0].length()).strip();
        try {
            return obey(words, rest);
        } catch (Unclear e) {
            return List.of(String.valueOf(e.getMessage()));
        } catch (java.nio.file.InvalidPathException e) {
            return List.of("That is no name of a file.");
        } catch (NumberFormatException e) {
            return List.of("A number is expected there.");
        }
    }

    private List<String> obey(String[] w, String rest) throws IOException, Unclear {
        return switch (w[0]) {
            case "" -> List.of();
            case "help" -> Arrays.asList(CheckinHelp.TEXT.split("\n"));
            case "find" -> table.name(Unclear.need(rest, "find NAME"));
            case "number" -> table.number(Integer.parseInt(Unclear.need(rest, "number N")));
            case "slip" -> table.slip(Path.of(Unclear.need(rest, "slip IMAGE")));
            case "pick" -> table.pick(Integer.parseInt(Unclear.need(rest, "pick N")));
            case "questions" -> table.questions();
            case "present" -> checkIn(Outcome.PRESENT, w);
            case "disputed" -> checkIn(Outcome.IDENTITY_DISPUTED, w);
            case "unfit" -> checkIn(Outcome.UNFIT, w);
            case "died" -> checkIn(Outcome.DIED, w);
            case "absent" -> checkIn(Outcome.ABSENT, w);
            case "stays" -> stays(w, rest);
            case "substitute" ->
                record(new Observation.Substituted(
                        table.token(), reserve(Unclear.need(rest, "substitute RESERVE-NUMBER"))));
            case "unlisted" -> unlisted(rest.equals("extra") ? Observation.Why.EXTRA : Observation.Why.NOT_ON_LIST);
            case "offer" -> record(new Observation.Offered(subject(rest)));
            case "accept" -> accept(subject(rest));
            case "decline" ->
                record(new Observation.Declined(
                        table.token(),
                        act(table.token(), Observation.Offered.class),
                        Unclear.need(rest, "decline CODE")));
            case "conclude" -> conclude(subject(rest));
            case "bag" -> record(new Observation.BagSeen(Unclear.word(w, 1), Unclear.word(w, 2), Unclear.word(w, 3)));
            case "fragment" ->
                record(new Observation.FragmentSeen(Unclear.word(w, 1), Unclear.word(w, 2), Unclear.word(w, 3)));
            case "count" -> record(new Observation.Tallied(Unclear.word(w, 1), Long.parseLong(Unclear.word(w, 2))));
            case "tick" -> record(new Observation.Ticked(Unclear.need(rest, "tick ITEM")));
            case "acknowledge" ->
                record(new Observation.Acknowledged(
                        Unclear.word(w, 1), Unclear.word(w, 2), Unclear.word(w, 3), Unclear.word(w, 4)));
            case "depart" -> depart(Unclear.need(rest, "depart VEHICLE"));
            case "paper" -> {
                paper = new Paper(Unclear.word(w, 1), Unclear.word(w, 2), Unclear.word(w, 3));
                yield List.of("The next record is entered from form " + w[1] + "; " + w[2] + " held the pen.");
            }
            case "undo" -> undo(rest);
            case "show" -> show(Path.of(Unclear.need(rest, "show FILE")));
            case "take" -> take(Path.of(Unclear.need(rest, "take FILE")));
            case "codes" -> codes.show(Path.of(Unclear.word(w, 1)), w.length > 2 ? w[2] : null);
            case "log" -> write(Path.of(Unclear.need(rest, "log FILE")), post.log());
            case "board" -> board();
            case "close" -> record(new Observation.Closed());
            default -> throw new Unclear("That word is not known here; type help.");
        };
    }

    /** The person at the table, or a bag or somebody on no list where the line names it. */
    private String subject(String rest) throws Unclear {
        return rest.startsWith("bag:") || rest.startsWith("new:") ? rest : table.token();
    }

    /** {@code q1+} agreed, {@code q1-} did not; {@code photo+}, {@code photo-}. */
    private List<String> checkIn(Outcome outcome, String[] words) throws IOException, Unclear {
        List<Answer> answers = new ArrayList<>();
        Photo photo = Photo.NOT_COMPARED;
        for (int i = 1; i < words.length; i++) {
            String name = words[i].substring(0, words[i].length() - 1);
            boolean agrees = words[i].endsWith("+");
            if (name.isEmpty() || (!agrees && !words[i].endsWith("-"))) {
                throw new Unclear("Write each question with + or -, as in: present q1+ q2+ q3+ q4+ photo+");
            }
            if (name.equals("photo")) {
                photo = agrees ? Photo.AGREES : Photo.DIFFERS;
            } else {
                answers.add(new Answer(name, agrees));
            }
        }
        return record(new CheckedIn(table.token(), outcome, table.found(), answers, photo));
    }

    private List<String> stays(String[] words, String rest) throws IOException, Unclear {
        Observation.Cause cause = Arrays.stream(Observation.Cause.values())
                .filter(c -> words.length > 1 && c.name().equalsIgnoreCase(words[1]))
                .findFirst()
                .orElseThrow(() -> new Unclear("Type: stays CAUSE HIS-WORDS, where the cause is one of "
                        + Arrays.toString(Observation.Cause.values()) + ". Only the neutral can read it."));
        String said = rest.substring(words[1].length()).strip();
        if (said.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > PrivateWord.LONGEST_WORDS) {
            throw new Unclear("His words are too long: at most " + PrivateWord.LONGEST_WORDS + " bytes.");
        }
        List<String> codes = Observation.Stays.EQUAL_CODES;
        String key = post.pack().roster().device(device).orElseThrow().sealingKey();
        return record(PrivateWord.seal(table.token(), cause, codes.get(random.nextInt(codes.size())), said, key));
    }

    private String reserve(String number) throws Unclear {
        int asked = Integer.parseInt(number);
        String returnsTo = table.person().expected().returnsTo();
        return post.pack().roster().reserve().stream()
                .filter(r -> r.number() == asked && r.returnsTo().equals(returnsTo))
                .findFirst()
                .orElseThrow(() -> new Unclear("The reserve of that side has no such number."))
                .token();
    }

    private List<String> unlisted(Observation.Why why) throws IOException {
        String subject = "new:" + device + "-" + (unlisted + 1);
        List<String> said = record(new Observation.Unlisted(subject, why, null));
        unlisted++;
        return said;
    }

    /** The hash of the last such act of a subject that this device has made or seen. */
    private String act(String subject, Class<? extends Observation> kind) throws Unclear {
        return post.state().subject(subject).map(Subject::entries).orElse(List.of()).stream()
                .filter(e -> !e.withdrawn() && kind.isInstance(e.observation()))
                .max(java.util.Comparator.comparingLong(
                        (Entry e) -> e.event().event().lamport()))
                .map(e -> e.event().hash())
                .orElseThrow(() -> new Unclear("Take in the other side's act first: take FILE"));
    }

    private List<String> accept(String subject) throws IOException, Unclear {
        return record(new Observation.Accepted(subject, act(subject, Observation.Offered.class)));
    }

    private List<String> conclude(String subject) throws IOException, Unclear {
        return record(new Observation.Concluded(subject, act(subject, Observation.Accepted.class)));
    }

    private List<String> depart(String vehicle) throws IOException, Unclear {
        var state = post.state().vehicles().get(vehicle);
        if (state == null) {
            throw new Unclear("The roster of this day has no vehicle of that code.");
        }
        return record(state.departure());
    }

    private List<String> undo(String why) throws IOException, Unclear {
        SignedEvent mistake = last;
        if (mistake == null) {
            throw new Unclear("Nothing was recorded since this session began.");
        }
        List<String> said = record(new Observation.Withdrawn(mistake.hash(), why));
        last = null;
        return said;
    }

    private List<String> record(Observation observation) throws IOException {
        Paper form = paper;
        Observation what = form == null
                ? observation
                : Observation.OnPaper.of(form.form(), form.pen(), form.written(), observation);
        Result<SignedEvent> done = post.record(what, clock.millis());
        if (done instanceof Result.Refused<SignedEvent>(Refusal refusal)) {
            return List.of("Not recorded. " + refusal.sentence());
        }
        paper = null;
        last = done.get();
        return List.of("Recorded " + done.get().event().kind() + " as event "
                + done.get().seq() + " of " + device + ".");
    }

    private List<String> show(Path file) throws IOException, Unclear {
        SignedEvent act = last;
        if (act == null) {
            throw new Unclear("Nothing was recorded since this session began.");
        }
        if (!picture(file)) {
            return write(file, LogText.write(List.of(act), List.of(post.head())));
        }
        return switch (ActPicture.png(act)) {
            case Result.Refused<byte[]>(Refusal refusal) -> List.of(refusal.sentence());
            case Result.Ok<byte[]>(byte[] png) -> write(file, png);
        };
    }

    private static boolean picture(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    /** A stick that cannot be written is no reason to stop: this device's own log is elsewhere. */
    private static List<String> write(Path file, byte[] bytes) throws Unclear {
        try {
            Output.file(file, bytes);
            return List.of("Written: " + file);
        } catch (IOException e) {
            throw new Unclear("The file " + file + " cannot be written: try another folder.");
        }
    }

    private List<String> take(Path file) throws IOException, Unclear {
        if (!Files.isReadable(file)) {
            throw new Unclear("That file cannot be read.");
        }
        if (CodesAtPost.are(file)) {
            Result<byte[]> gathered = codes.take(file);
            return switch (gathered.then(LogText::read)) {
                case Result.Refused<LogText.Content>(Refusal refusal) -> List.of(refusal.sentence());
                case Result.Ok<LogText.Content>(LogText.Content content) -> takeIn(content);
            };
        }
        byte[] bytes = Files.readAllBytes(file);
        Result<LogText.Content> content = picture(file) ? ActPicture.read(bytes) : LogText.read(bytes);
        return switch (content) {
            case Result.Refused<LogText.Content>(Refusal refusal) -> List.of(refusal.sentence());
            case Result.Ok<LogText.Content>(LogText.Content good) -> takeIn(good);
        };
    }

    private List<String> takeIn(LogText.Content content) throws IOException {
        Merger.Report report = post.take(content);
        List<String> lines = new ArrayList<>();
        lines.add("Taken in: " + report.fresh() + " new, " + report.known() + " known.");
        report.refused().forEach(r -> lines.add(r.sentence()));
        post.state().breaches().forEach(b -> lines.add(b.sentence()));
        return lines;
    }

    private List<String> board() {
        Map<String, Long> counts = new TreeMap<>();
        var state = post.state();
        state.subjects().values().forEach(s -> counts.merge(s.status().name(), 1L, Long::sum));
        List<String> lines = new ArrayList<>();
        counts.forEach((status, count) -> lines.add(String.format(Locale.ROOT, "%6d %s", count, status)));
        state.vehicles().values().forEach(v -> lines.add(v.vehicle().id() + " " + v.standing()));
        lines.add("You are of " + party + "; " + state.events() + " events here; state "
                + state.hash().substring(0, 16));
        return lines;
    }
}
