package org.homeward.cli.talks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.talks.ActJson;
import org.homeward.talks.Entry;
import org.homeward.talks.TalksLog;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

/** The log itself, after every line of it was checked. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = {
            "Checks every line of the log (its number, the hash of the line before, the signature, and whether the entry counts) and"
                    + " prints each entry: when, for which participant it counts, which person typed it, and what it is. Then the"
                    + " head and the key.",
            "Exit code: 0 all of it holds, 2 it does not; the sentence names the line."
        },
        footer = {"", "Example:", "  homeward talks log abu-dhabi --signer KEY"})
final class TalksEntries extends TalksOf {
    @Override
    int run() throws IOException, Refused {
        TalksLog log = Folder.log(folder(), signer());
        if (json()) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (Entry entry : log.entries()) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("number", lines.size() + 1);
                line.put("at", entry.at().toString());
                line.put("by", entry.by());
                line.put("person", entry.person());
                line.put("type", ActJson.type(entry.act()));
                lines.add(line);
            }
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("entries", lines);
            all.put("head", log.head());
            all.put("signer", log.signer());
            print(JsonMapper.shared().writeValueAsString(all));
            return 0;
        }
        int number = 0;
        for (Entry entry : log.entries()) {
            print(++number + "  " + entry.at() + "  " + entry.by() + "  "
                    + (entry.person() == null ? "(no person named)" : entry.person()) + "  "
                    + ActJson.type(entry.act()));
        }
        print("Head " + log.head() + ", signed throughout by " + log.signer());
        return 0;
    }
}
