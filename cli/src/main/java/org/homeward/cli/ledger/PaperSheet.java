package org.homeward.cli.ledger;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.homeward.ledger.PaperCheckpoint;
import org.homeward.ledger.SignedNote;

/** A sheet for the minutes: the words, the signed checkpoint as a QR code, three lines to sign on. */
final class PaperSheet {
    /** Longest base64 of a signature that goes into the code: Ed25519 kinds do, ML-DSA-44 would fill it. */
    private static final int SHORT_SIGNATURE = 120;

    private PaperSheet() {}

    static String html(PaperCheckpoint paper, SignedNote note) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Checkpoint for the minutes</title>
                <style>body { font: 12pt/1.5 serif; margin: 2cm } pre { font: 13pt/1.6 monospace }
                svg { inline-size: 7cm } .sign { margin-block-start: 1.5cm; border-block-start: 1px solid; inline-size: 9cm }</style>
                </head><body>
                <h1>State of the log</h1>
                <pre>%s</pre>
                %s
                <p>The code holds the same checkpoint with its signatures. To compare the words with a log:
                <code>homeward ledger read-paper TYPED.txt --log FOLDER</code></p>
                <p class="sign">for the one side, date</p><p class="sign">for the other side, date</p>
                <p class="sign">for the mediator, date</p>
                </body></html>
                """.formatted(escape(paper.text()), svg(qrText(note)));
    }

    /** The note with those signatures that a code can hold. */
    static String qrText(SignedNote note) {
        SignedNote small = new SignedNote(
                note.text(),
                note.signatures().stream()
                        .filter(line -> line.signature().length() <= SHORT_SIGNATURE)
                        .limit(8)
                        .toList());
        return new String(small.bytes(), StandardCharsets.UTF_8);
    }

    private static String svg(String text) {
        BitMatrix modules;
        try {
            modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    4));
        } catch (WriterException tooLong) {
            return "<p>The checkpoint is too long for a code; the words stand for it.</p>";
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"QR code of the checkpoint\" viewBox=\"0 0 %d %d\"><path d=\"%s\"/></svg>"
                .formatted(modules.getWidth(), modules.getHeight(), path);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
