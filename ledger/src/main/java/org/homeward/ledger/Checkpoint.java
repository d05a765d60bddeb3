package org.homeward.ledger;

import java.util.List;

/**
 * What a log says about itself (C2SP tlog-checkpoint): under this name, this many entries have this root.
 *
 * @param origin the log's name, non-empty
 * @param size number of entries, 0 to 2^63 - 1
 * @param root root hash at that size
 * @param extensions opaque further lines; a log of ours writes none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    public Checkpoint {
        extensions = List.copyOf(extensions);
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** The note text, with its final newline. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Reads a note text; refuses anything that {@link #text()} would not write again byte for byte. */
    public static Result<Checkpoint> parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() < 4 || !lines.getLast().isEmpty()) {
            return Result.refused(
                    "checkpoint.lines", "A checkpoint has at least three lines: origin, size and root hash.");
        }
        List<String> body = lines.subList(0, lines.size() - 1);
        if (body.stream().anyMatch(String::isEmpty)) {
            return Result.refused("checkpoint.empty-line", "A line of the checkpoint is empty.");
        }
        long size = Base64Strict.decimal(body.get(1));
        if (size < 0) {
            return Result.refused(
                    "checkpoint.size", "The second line of the checkpoint is not a tree size from 0 to 2^63 - 1.");
        }
        return Hash.parse(body.get(2))
                .then(root -> Result.ok(new Checkpoint(body.get(0), size, root, body.subList(3, body.size()))));
    }
}
