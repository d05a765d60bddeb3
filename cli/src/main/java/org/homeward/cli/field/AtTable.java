package org.homeward.cli.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.homeward.handover.device.Finder;
import org.homeward.handover.device.Post;
import org.homeward.handover.log.Observation.Found;
import org.homeward.handover.pack.DayList;
import org.homeward.handover.slip.Slip;
import org.homeward.handover.slip.SlipScanner;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.jspecify.annotations.Nullable;

/** Who stands at the table, and how he was found. */
final class AtTable {
    private static final int SHOWN = 5;

    private final Post post;
    private final Slip.Reader slips;
    private List<Finder.Hit> hits = List.of();
    private Finder.@Nullable Hit person;
    private Found found = Found.NUMBER;

    AtTable(Post post) {
        this.post = post;
        this.slips = new Slip.Reader(post.pack().roster());
    }

    /** For the prompt: empty while nobody is there. */
    String label() {
        Finder.Hit at = person;
        return at == null
                ? ""
                : " [" + at.expected().returnsTo() + " " + at.expected().number() + "]";
    }

    Finder.Hit person() throws Unclear {
        Finder.Hit at = person;
        if (at == null) {
            throw new Unclear("Find the person first: find NAME, number N or slip IMAGE.");
        }
        return at;
    }

    String token() throws Unclear {
        return person().expected().token();
    }

    Found found() {
        return found;
    }

    List<String> name(String asked) {
        return offerHits(post.finder().name(asked, SHOWN), Found.NAME);
    }

    List<String> number(int asked) {
        return offerHits(post.finder().number(asked), Found.NUMBER);
    }

    private List<String> offerHits(List<Finder.Hit> found, Found by) {
        hits = found;
        this.found = by;
        person = found.size() == 1 && by != Found.NAME ? found.getFirst() : null;
        if (found.isEmpty()) {
            return List.of("Nobody of this pack: try another spelling, or record him with: unlisted");
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Finder.Hit h = found.get(i);
            lines.add(String.format(
                    Locale.ROOT,
                    "%d  %s %d  %s%s  (%s)",
                    i + 1,
                    h.expected().returnsTo(),
                    h.expected().number(),
                    String.join(" / ", h.line().names()),
                    h.line().birthDate() == null ? "" : ", born " + h.line().birthDate(),
                    status(h.expected().token())));
        }
        if (person == null) {
            lines.add("Say who it is: pick 1");
        }
        return lines;
    }

    private String status(String token) {
        return post.state().subject(token).map(s -> s.status().name()).orElse("?");
    }

    List<String> slip(Path image) throws IOException, Unclear {
        if (!Files.isReadable(image)) {
            throw new Unclear("That picture cannot be read.");
        }
        Result<Slip.Read> read = SlipScanner.read(Files.readAllBytes(image)).then(slips::read);
        if (read instanceof Result.Refused<Slip.Read>(Refusal refusal)) {
            return List.of(refusal.sentence());
        }
        Optional<Finder.Hit> hit = post.finder().token(read.get().expected().token());
        return hit.isEmpty()
                ? List.of("The slip is true, and he passes another point: he is not in this device's pack.")
                : offerHits(List.of(hit.get()), Found.SLIP);
    }

    List<String> pick(int number) throws Unclear {
        if (number < 1 || number > hits.size()) {
            throw new Unclear("There is no such line above.");
        }
        person = hits.get(number - 1);
        return questions();
    }

    List<String> questions() throws Unclear {
        String token = token();
        List<DayList.Question> asked =
                post.pack().list().line(token).map(DayList.Line::questions).orElse(List.of());
        return asked.isEmpty()
                ? List.of("No questions were agreed for him.")
                : asked.stream()
                        .map(q -> q.id() + "  " + q.question() + "  (agreed: " + q.answer() + ")")
                        .toList();
    }
}
