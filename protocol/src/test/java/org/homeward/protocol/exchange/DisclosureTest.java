package org.homeward.protocol.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.homeward.protocol.Actors;
import org.homeward.protocol.exchange.Disclosure.Rung;
import org.junit.jupiter.api.Test;

class DisclosureTest {
    private final Actors actors = new Actors();

    /** What that side learned about the other, act by act. */
    private List<String> learned(String told, String about) {
        List<String> all = new ArrayList<>();
        for (var envelope : actors.sent) {
            ActRecord record = actors.open(envelope, told);
            Disclosure.of(record, actors.participants).stream()
                    .filter(d -> d.told().equals(told) && d.about().equals(about))
                    .forEach(d -> all.add(record.act().kind() + " " + d.rung() + " " + d.persons()));
        }
        return all;
    }

    @Test
    void aSideClimbsTheLadderActByAct() {
        actors.walk();
        assertThat(learned("aa", "bb"))
                .containsExactly(
                        "ListSealed NUMBER 3",
                        "ListRevealed FIELDS 3",
                        "LinesAnswered FULL 2",
                        "LinesAnswered PSEUDONYM 1",
                        "LinksConfirmed PSEUDONYM 2",
                        "LinksAcknowledged PSEUDONYM 2");
        assertThat(learned("aa", "med")).containsExactly("SelectionProposed FULL 2", "SelectionProposed PSEUDONYM 2");
    }

    @Test
    void nobodyIsToldAnythingByHisOwnAct() {
        actors.walkAndAmend();
        assertThat(learned("aa", "aa")).isEmpty();
        assertThat(learned("bb", "aa")).contains("AmendmentProposed FULL 1", "HandoverReceived PSEUDONYM 1");
    }

    @Test
    void theRungsStandInTheirOrder() {
        assertThat(Rung.values()).containsExactly(Rung.NUMBER, Rung.PSEUDONYM, Rung.FIELDS, Rung.FULL);
    }
}
