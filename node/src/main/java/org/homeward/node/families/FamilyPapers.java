package org.homeward.node.families;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.homeward.documents.LetterSheet;
import org.homeward.node.store.Families.Kin;
import org.homeward.node.store.Families.Notice;
import org.homeward.node.store.ReleaseSignatures;

/** What is printed for families, in their language and a second one. */
public final class FamilyPapers {
    private final String bureau;
    private final URI page;
    private final NoticeWriter writer;
    private final ReleaseDesk releases;

    FamilyPapers(String bureau, URI page, NoticeWriter writer, ReleaseDesk releases) {
        this.releases = releases;
        this.bureau = bureau;
        this.page = page;
        this.writer = writer;
    }

    /** The receipt with the case code, which is on no other paper and in no file. */
    public byte[] receipt(Kin kin, String code, Instant at) {
        return sheet(
                kin.language(),
                kin.id(),
                kin.id(),
                "–",
                at,
                "receipt.title",
                w -> List.of(
                        w.get("receipt.code", code),
                        w.get("receipt.keep"),
                        w.get("receipt.page", page),
                        w.get("receipt.key", writer.key()),
                        w.get("fraud")));
    }

    /** A notice as an official letter. */
    public byte[] letter(Kin kin, Notice notice) {
        NoticeFile file = writer.file(notice);
        String officer = releases.releasedBy(notice.id(), ReleaseSignatures.What.RELEASE);
        return sheet(
                kin.language(),
                kin.id(),
                notice.code(),
                file.digest(),
                Instant.parse(notice.issued()),
                "letter.title",
                w -> Stream.of(
                                kin.name(),
                                notice.corrects().isEmpty() ? "" : w.get("corrects", notice.corrects()),
                                w.get("notice." + notice.kind()),
                                w.get("next." + notice.kind()),
                                w.get("fraud"),
                                w.get("letter.code", notice.code(), page.resolve("/notice")),
                                w.get("letter.signature", file.signature()),
                                officer.isEmpty() ? "" : w.get("letter.released", officer))
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    /** The official extract: who is meant, to whom it is given, and what this bureau has told; nothing that it has not. */
    public byte[] extract(Kin kin, String person, List<Notice> told, Instant at) {
        return sheet(kin.language(), kin.id(), kin.dossier(), "–", at, "extract.title", w -> {
            List<String> lines = new ArrayList<>();
            lines.add(w.get("extract.person", person));
            lines.add(w.get("extract.kin", kin.name(), kin.relation()));
            for (Notice notice : told) {
                lines.add(w.get(
                        "extract.told",
                        notice.issued().substring(0, 10),
                        w.get("notice." + notice.kind()),
                        notice.code()));
            }
            lines.add(w.get("extract.signed"));
            lines.add(w.get("receipt.key", writer.key()));
            return lines;
        });
    }

    private byte[] sheet(
            String language,
            String kin,
            String number,
            String digest,
            Instant at,
            String title,
            Function<Words, List<String>> paragraphs) {
        List<LetterSheet.Part> parts = new ArrayList<>();
        for (String each : List.of(language, language.equals("en") ? "uk" : "en")) {
            Words words = Words.in(each);
            parts.add(
                    new LetterSheet.Part(Locale.of(each), words.get(title) + " · " + bureau, paragraphs.apply(words)));
        }
        return new LetterSheet(kin, number, digest, parts, at).pdf();
    }
}
