package org.homeward.handover.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeward.handover.Days;
import org.homeward.handover.Packs;
import org.homeward.handover.day.Status;
import org.homeward.handover.drill.Drill;
import org.homeward.handover.drill.DrillDevice;
import org.homeward.handover.log.LogText;
import org.homeward.handover.log.Observation;
import org.homeward.handover.log.Observation.Answer;
import org.homeward.handover.log.Observation.CheckedIn;
import org.homeward.handover.log.Observation.Found;
import org.homeward.handover.log.Observation.Outcome;
import org.homeward.handover.log.Observation.Photo;
import org.homeward.handover.log.Roster;
import org.homeward.handover.log.SignedEvent;
import org.homeward.handover.pack.DayPack;
import org.homeward.ledger.Refusal;
import org.homeward.ledger.Result;
import org.homeward.names.Icao;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostTest {
    @TempDir
    Path folder;

    private final Drill drill = Days.small(40, 6, 71);
    private final List<Post> open = new ArrayList<>();

    /** Returns to aa, and so bb gives him; an even number, and so he passes the north. */
    private final Roster.Expected person = drill.roster().people().stream()
            .filter(p -> p.returnsTo().equals("aa") && p.number() == 12)
            .findFirst()
            .orElseThrow();

    private Post post(String id) throws IOException {
        DrillDevice device = drill.devices().get(id);
        DayPack pack = DayPack.open(Packs.pack(drill, device), Packs.keys(device), Packs.MADE)
                .get();
        Post post = Post.open(pack, Packs.keys(device), folder.resolve(id)).get();
        open.add(post);
        return post;
    }

    @AfterEach
    void close() throws IOException {
        for (Post post : open) {
            post.close();
        }
    }

    private static List<Answer> answers(int number, boolean agree) {
        List<Answer> answers = new ArrayList<>();
        for (int q = 1; q <= number; q++) {
            answers.add(new Answer("q" + q, agree));
        }
        return answers;
    }

    private CheckedIn present(List<Answer> answers) {
        return new CheckedIn(person.token(), Outcome.PRESENT, Found.NAME, answers, Photo.AGREES);
    }

    private static String code(Result<?> result) {
        return result instanceof Result.Refused<?>(Refusal refusal) ? refusal.code() : "accepted";
    }

    /** By a picture of its code. */
    private static void show(Post to, SignedEvent event) throws IOException {
        LogText.Content seen = ActPicture.read(ActPicture.png(event).get()).get();
        assertThat(seen.events()).containsExactly(event);
        assertThat(to.take(seen).refused()).isEmpty();
    }

    @Test
    void everybodyOfThePackIsFoundByHisNameInTheOtherScriptAndByHisNumber() throws IOException {
        Post post = post("bb-01");
        int first = 0;
        List<org.homeward.handover.pack.DayList.Line> lines = post.pack().list().lines();
        for (var line : lines) {
            // As somebody of the other side would write it, who hears the name: given name first, Russian romanisation.
            String[] parts = line.names().getFirst().split(" ");
            String heard = Icao.latin(parts[1] + " " + parts[0], false);
            List<Finder.Hit> hits = post.finder().name(heard, 5);
            assertThat(hits).as(heard).extracting(h -> h.line().token()).contains(line.token());
            first += hits.getFirst().line().names().equals(line.names()) ? 1 : 0;
        }
        assertThat(first).isGreaterThanOrEqualTo(lines.size() * 9 / 10);
        assertThat(post.finder().number(12))
                .extracting(h -> h.expected().returnsTo())
                .containsExactlyInAnyOrder("aa", "bb");
    }

    @Test
    void presentNeedsFourAgreeingAnswersAndADoubtIsRecordedAsDoubt() throws IOException {
        Post post = post("bb-01");
        assertThat(code(post.record(present(answers(3, true)), 1))).isEqualTo("check-in.questions");
        assertThat(code(post.record(present(answers(4, false)), 1))).isEqualTo("check-in.doubt");
        assertThat(code(post.record(present(answers(4, true)), 1))).isEqualTo("accepted");
        assertThat(code(post.record(
                        new CheckedIn(
                                person.token(),
                                Outcome.IDENTITY_DISPUTED,
                                Found.NAME,
                                answers(1, false),
                                Photo.DIFFERS),
                        2)))
                .isEqualTo("accepted");
        assertThat(post.state().subject(person.token()).orElseThrow().identityDisputed())
                .isTrue();
    }

    @Test
    void aHandoverNeedsBothSidesOfficersOnTheirOwnDevices() throws IOException {
        Post giver = post("bb-01");
        Post receiver = post("aa-01");
        assertThat(code(receiver.record(new Observation.Offered(person.token()), 1)))
                .isEqualTo("act.not-giving");
        SignedEvent offer =
                giver.record(new Observation.Offered(person.token()), 1).get();
        assertThat(code(giver.record(new Observation.Concluded(person.token(), offer.hash()), 2)))
                .as("the giver alone")
                .isNotEqualTo("accepted");
        assertThat(code(receiver.record(new Observation.Accepted(person.token(), offer.hash()), 2)))
                .as("before the scan")
                .isEqualTo("act.no-offer");
        show(receiver, offer);
        SignedEvent accepted = receiver.record(new Observation.Accepted(person.token(), offer.hash()), 3)
                .get();
        assertThat(receiver.state().subject(person.token()).orElseThrow().status())
                .isEqualTo(Status.HALF_HANDED_OVER);
        show(giver, accepted);
        giver.record(new Observation.Concluded(person.token(), accepted.hash()), 4)
                .get();
        assertThat(giver.state().subject(person.token()).orElseThrow().status()).isEqualTo(Status.HANDED_OVER);
        assertThat(accepted.officerSignature()).isNotNull();
    }

    @Test
    void aDeviceGoesOnWhereItWasAndItsLogIsOneUnbrokenLog() throws IOException {
        Post post = post("bb-01");
        post.record(present(answers(4, true)), 1).get();
        post.close();
        Post again = post("bb-01");
        assertThat(again.state().subject(person.token()).orElseThrow().status()).isEqualTo(Status.PRESENT);
        again.record(new Observation.Closed(), 2).get();
        assertThat(code(again.record(new Observation.Tallied("bags:aa", 3), 3))).isEqualTo("device.closed");
        LogText.Content log = LogText.read(again.log()).get();
        assertThat(log.events()).hasSize(2);
        assertThat(log.heads().getFirst().head().last()).isTrue();
        Post other = post("aa-01");
        other.take(log);
        assertThat(other.state().breaches()).isEmpty();
    }
}
