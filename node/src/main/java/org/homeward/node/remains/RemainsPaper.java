package org.homeward.node.remains;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.homeward.documents.LetterSheet;
import org.homeward.node.store.Remains.Step;
import org.homeward.node.web.Text;
import org.homeward.protocol.crypto.Bytes;

/** The record of one person's remains on paper, in two languages, with room for two signatures. */
public final class RemainsPaper {
    private RemainsPaper() {}

    /** The paper; it says of everything that it is provisional. */
    public static byte[] pdf(RemainsGroups.Group group, String number, Text own, Text second, Instant printed) {
        List<LetterSheet.Part> parts = List.of(part(own, group), part(second, group));
        return new LetterSheet(number, number, digest(group), parts, printed).pdf();
    }

    private static LetterSheet.Part part(Text t, RemainsGroups.Group group) {
        List<String> lines = new ArrayList<>();
        lines.add(t.get("remains.provisional"));
        lines.add(t.get("remains.parts") + ": " + String.join(", ", group.parts()));
        lines.add(t.get("remains.who") + ": "
                + (group.dossiers().isEmpty() ? t.get("remains.nobody") : String.join(", ", group.dossiers())));
        if (group.disputed()) {
            lines.add(t.get("remains.disputed"));
        }
        for (Step step : group.steps()) {
            lines.add(step.part() + " – " + step.other() + " · "
                    + t.named("remainsMethod", step.method().name(), "") + " · " + step.reason() + " · "
                    + step.askedBy() + ", " + step.doneBy());
        }
        lines.add(t.get("remains.sign"));
        return new LetterSheet.Part(Locale.of(t.language()), t.get("remains.paper"), lines);
    }

    private static String digest(RemainsGroups.Group group) {
        StringBuilder all = new StringBuilder();
        group.steps()
                .forEach(s -> all.append(String.join(
                        "\n",
                        s.id(),
                        s.kind().name(),
                        s.part(),
                        s.other(),
                        s.method().name(),
                        s.reason(),
                        s.askedBy(),
                        s.doneBy(),
                        "")));
        return Bytes.hex(Bytes.sha256(Bytes.utf8(all.toString())));
    }
}
