package org.homeward.cli.backup;

import org.homeward.node.home.Backup;
import org.homeward.protocol.json.CanonicalJson;
import picocli.CommandLine.Model.CommandSpec;

/** What the two commands say, and their exit codes. */
final class Said {
    private Said() {}

    static int outcome(CommandSpec spec, Backup.Outcome outcome, String what, boolean json) {
        return switch (outcome) {
            case Backup.Outcome.Done done -> {
                var out = spec.commandLine().getOut();
                if (json) {
                    out.println(new String(CanonicalJson.bytes(done), java.nio.charset.StandardCharsets.UTF_8));
                } else {
                    out.printf(
                            "%s: node %s, %d files, %d bytes, %s%s%n",
                            what,
                            done.node(),
                            done.files(),
                            done.bytes(),
                            done.keys() ? "with its keys: keep it where the keys may be" : "without its keys",
                            done.persons() ? "; with the persons' keys in a file of their own" : "");
                }
                out.flush();
                yield 0;
            }
            case Backup.Outcome.Refused(String sentence) -> refusal(spec, sentence);
        };
    }

    static int refusal(CommandSpec spec, String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
        return 2;
    }
}
