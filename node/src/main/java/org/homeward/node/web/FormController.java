package org.homeward.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.documents.AnnexDocument;
import org.homeward.documents.AnnexForm;
import org.homeward.node.dossier.DossierRooms;
import org.homeward.node.dossier.FormPress;
import org.homeward.node.dossier.FormSeal;
import org.homeward.node.intake.RegisterDesk;
import org.homeward.node.intake.RowHistory;
import org.homeward.node.store.Registers.Kind;
import org.homeward.node.web.view.NodeFace;
import org.homeward.node.web.view.Reader;
import org.homeward.register.Answered;
import org.homeward.register.Field;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The forms of Annex IV, with what the register's newest row says of the person; what it does not say has a line to write on. Nothing is
 * guessed into a form: a field is filled from the same field of the register, or not at all. Each paper has a number of its own and a code
 * that says what was printed, under the node's signature: {@code homeward form verify} checks it without a network.
 */
@Controller
final class FormController {
    /** Which of a form's fields is which of a register's; several are written one after the other. */
    private static final Map<String, List<Field>> FIELDS = Map.ofEntries(
            Map.entry("surname", List.of(Field.SURNAME)),
            Map.entry("givenNames", List.of(Field.GIVEN_NAME, Field.PATRONYMIC)),
            Map.entry("names", List.of(Field.SURNAME, Field.GIVEN_NAME, Field.PATRONYMIC)),
            Map.entry("sender", List.of(Field.SURNAME, Field.GIVEN_NAME, Field.PATRONYMIC)),
            Map.entry("birthDate", List.of(Field.BIRTH_DATE)),
            Map.entry("birthPlace", List.of(Field.BIRTH_PLACE)),
            Map.entry("birth", List.of(Field.BIRTH_PLACE, Field.BIRTH_DATE)),
            Map.entry("senderBirth", List.of(Field.BIRTH_DATE, Field.BIRTH_PLACE)),
            Map.entry("serviceNumber", List.of(Field.SERVICE_NUMBER)),
            Map.entry("takenOn", List.of(Field.CAPTURE_DATE)),
            Map.entry("taken", List.of(Field.CAPTURE_PLACE, Field.CAPTURE_DATE)));

    private final PageFrame frame;
    private final NodeFace node;
    private final RegisterDesk desk;
    private final FormPress press;

    FormController(PageFrame frame, NodeFace node, RegisterDesk desk, DossierRooms dossiers) {
        this.frame = frame;
        this.node = node;
        this.desk = desk;
        this.press = dossiers.press();
    }

    /** The forms that a row can be printed as, in the reader's language. */
    static Map<String, String> titles(Text text) {
        return Stream.of(AnnexForm.values())
                .collect(Collectors.toMap(
                        Enum::name,
                        f -> f.title(Locale.of(text.language())),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new));
    }

    /** @param with the second language */
    @GetMapping("/registers/{name}/rows/{batch}/{ordinal}/forms/{form}")
    ResponseEntity<byte[]> print(
            @PathVariable String name,
            @PathVariable long batch,
            @PathVariable int ordinal,
            @PathVariable String form,
            @RequestParam(defaultValue = "en") String with,
            @AuthenticationPrincipal Reader reader,
            HttpServletRequest request) {
        Kind kind = RegisterController.kind(name, node);
        RowHistory history = desk.history(kind, batch, ordinal).orElseThrow(NotHere::new);
        AnnexForm annex = Stream.of(AnnexForm.values())
                .filter(f -> f.name().equals(form))
                .findFirst()
                .orElseThrow(NotHere::new);
        Text text = frame.text(request);
        if (!text.languages().contains(with)) {
            throw new NotHere();
        }
        Map<String, String> values = values(annex, history);
        FormSeal seal = press.seal(kind, history.key(), annex.name(), values, reader.id());
        String number = seal.number();
        byte[] pdf = new AnnexDocument(annex, number, values, seal.text(), Instant.parse(seal.issued()))
                .pdf(Locale.of(text.language()), Locale.of(with));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(annex.name().toLowerCase(Locale.ROOT) + "-" + number + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    private static Map<String, String> values(AnnexForm form, RowHistory history) {
        Map<Field, String> row = new EnumMap<>(Field.class);
        for (RowHistory.Statement s : history.versions().getFirst().statements()) {
            // A refusal is no name: it leaves a line to write on.
            if (s.value() != null
                    && (!Answered.ASKED.contains(s.field()) || Answered.of(s.value()) == Answered.GIVEN)) {
                row.putIfAbsent(s.field(), s.value());
            }
        }
        Map<String, String> values = new HashMap<>();
        for (String field : form.fields()) {
            String value = FIELDS.getOrDefault(field, List.of()).stream()
                    .filter(row::containsKey)
                    .map(row::get)
                    .collect(Collectors.joining(" "));
            if (!value.isEmpty()) {
                values.put(field, value);
            }
        }
        String whole = row.get(Field.FULL_NAME);
        if (whole != null) {
            // One cell, in whatever order: it stands whole in the form's first field for a name.
            form.fields().stream()
                    .filter(f -> List.of("surname", "names", "sender").contains(f))
                    .findFirst()
                    .ifPresent(f -> values.putIfAbsent(f, whole));
        }
        if (row.containsKey(Field.RANK)) {
            String number = row.get(Field.SERVICE_NUMBER);
            boolean together = form == AnnexForm.DEATH_NOTIFICATION && number != null;
            values.put("rank", row.get(Field.RANK) + (together ? " " + number : ""));
        }
        values.keySet().retainAll(form.fields());
        return values;
    }
}
