package org.homeward.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeward.node.desk.AgreedLists;
import org.homeward.protocol.bundle.BundleVerifier;
import org.homeward.protocol.bundle.Finding;
import org.homeward.protocol.exchange.Agreement;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;

/** Everything that can be checked of a bundle offline: what the protocol knows, and the lists against every clause of the terms. */
public final class BundleCheck {
    private BundleCheck() {}

    public static BundleVerifier.Report run(Path folder) throws IOException {
        BundleVerifier.Report report = BundleVerifier.verify(folder);
        List<Finding> findings = new ArrayList<>(report.findings());
        try {
            Agreement agreement =
                    CanonicalJson.read(Files.readAllBytes(folder.resolve("agreement.json")), Agreement.class);
            List<String> wrong = AgreedLists.check(agreement);
            if (wrong.isEmpty()) {
                findings.add(Finding.good("agreement.json", "The lists keep every clause of the terms."));
            }
            wrong.forEach(sentence ->
                    findings.add(Finding.bad("agreement.json", "The lists do not keep the terms: " + sentence + ".")));
        } catch (IOException | MalformedJsonException said) {
            // The protocol's verifier has said so above.
        }
        return new BundleVerifier.Report(List.copyOf(findings), report.enrolment());
    }
}
