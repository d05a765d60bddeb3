package org.homeward.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose signatures make a checkpoint count (C2SP tlog-policy): its logs, its witnesses and their quorum. */
public final class Policy {
    private static final int LIMIT = 256;

    private interface Rule {
        boolean holds(Set<NoteVerifier> signers, Predicate<String> member);
    }

    private record WitnessRule(NoteVerifier key) implements Rule {
        @Override
        public boolean holds(Set<NoteVerifier> signers, Predicate<String> member) {
            return signers.contains(key);
        }
    }

    private record GroupRule(int threshold, List<String> members) implements Rule {
        @Override
        public boolean holds(Set<NoteVerifier> signers, Predicate<String> member) {
            return members.stream().filter(member).count() >= threshold;
        }
    }

    private final List<NoteVerifier> logs = new ArrayList<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Set<String> grouped = new HashSet<>();
    private @Nullable String quorum;

    private Policy() {}

    /**
     * What a policy says of a checkpoint.
     *
     * @param checkpoint the checkpoint, signed by one of the policy's logs
     * @param satisfied whether the quorum has co-signed
     * @param missing names (in the policy) of the witnesses that have not co-signed, in the policy's order
     */
    public record Verdict(Checkpoint checkpoint, boolean satisfied, List<String> missing) {
        public Verdict {
            missing = List.copyOf(missing);
        }

        /** For people: effective, or recorded and not yet co-signed, and by whom. */
        public String sentence() {
            return satisfied
                    ? "Effective: the quorum has co-signed."
                    : "Recorded, not yet co-signed by " + String.join(", ", missing) + ".";
        }
    }

    /** Signed by one log, no witness asked: {@code quorum none}. */
    public static Policy ofLog(NoteVerifier log) {
        Policy policy = new Policy();
        policy.logs.add(log);
        policy.quorum = "none";
        return policy;
    }

    /** This policy; when it names no log, the same for logs that are known from elsewhere. */
    Policy orLogs(List<NoteVerifier> known) {
        if (!logs.isEmpty()) {
            return this;
        }
        Policy policy = new Policy();
        policy.logs.addAll(known);
        policy.rules.putAll(rules);
        policy.quorum = quorum;
        return policy;
    }

    /** Reads a policy file. */
    public static Result<Policy> parse(byte[] bytes) {
        Policy policy = new Policy();
        // Octets, not characters: names are opaque (tlog-policy, "Character set").
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String problem = lines[i].chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f)
                    ? "holds a control character"
                    : policy.line(lines[i].replaceAll("^[ \t]+|[ \t]+$", ""));
            if (problem != null) {
                return Result.refused("policy.line", "Line " + (i + 1) + " of the policy " + problem + ".");
            }
        }
        return policy.quorum == null
                ? Result.refused("policy.no-quorum", "The policy has no quorum line.")
                : Result.ok(policy);
    }

    private @Nullable String line(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return null;
        }
        List<String> words = List.of(line.split("[ \t]+"));
        if (rules.size() + logs.size() >= LIMIT && !words.getFirst().equals("quorum")) {
            return "is one too many: at most " + LIMIT + " logs, witnesses and groups are read";
        }
        return switch (words.getFirst()) {
            case "log" -> words.size() == 2 || words.size() == 3 ? log(words.get(1)) : "needs a key after 'log'";
            case "witness" ->
                words.size() == 3 || words.size() == 4
                        ? witness(words.get(1), words.get(2))
                        : "needs a name and a key after 'witness'";
            case "group" -> words.size() >= 4 ? group(words) : "needs a name, a threshold and members after 'group'";
            case "quorum" -> words.size() == 2 ? quorum(words.get(1)) : "needs one name after 'quorum'";
            default -> "begins with a word that a policy does not know";
        };
    }

    private @Nullable String log(String vkey) {
        if (!(key(vkey) instanceof Result.Ok<NoteVerifier>(NoteVerifier key))) {
            return "holds a log key that is malformed, weak or of an unknown type";
        }
        if (logs.stream().anyMatch(other -> samePublicKey(other, key))) {
            return "repeats the key of a log";
        }
        logs.add(key);
        return null;
    }

    private @Nullable String witness(String name, String vkey) {
        if (!(key(vkey) instanceof Result.Ok<NoteVerifier>(NoteVerifier key)) || key.type() == KeyType.ED25519) {
            return "holds a witness key that is malformed, weak or not of a co-signature type";
        }
        if (witnessKeys().anyMatch(other -> samePublicKey(other, key))) {
            return "repeats the key of a witness";
        }
        return define(name, new WitnessRule(key));
    }

    private @Nullable String group(List<String> words) {
        List<String> members = words.subList(3, words.size());
        int threshold = switch (words.get(2)) {
            case "any" -> 1;
            case "all" -> members.size();
            default -> (int) Math.min(Integer.MAX_VALUE, Base64Strict.decimal(words.get(2)));
        };
        if (threshold < 1 || threshold > members.size()) {
            return "has a threshold that is not between 1 and the number of its members";
        }
        for (String member : members) {
            if (!rules.containsKey(member)) {
                return "names a member that is not defined above it";
            }
            if (!grouped.add(member)) {
                return "names a member that is already in a group";
            }
        }
        return define(words.get(1), new GroupRule(threshold, List.copyOf(members)));
    }

    private @Nullable String define(String name, Rule rule) {
        if (name.equals("none") || rules.containsKey(name)) {
            return "defines a name that is taken";
        }
        rules.put(name, rule);
        return null;
    }

    private @Nullable String quorum(String name) {
        if (quorum != null) {
            return "is a second quorum line";
        }
        if (!name.equals("none") && !rules.containsKey(name)) {
            return "asks for a quorum that is not defined above it";
        }
        quorum = name;
        return null;
    }

    private static Result<NoteVerifier> key(String octets) {
        return NoteVerifier.parse(text(octets));
    }

    /** Octets as people read them. */
    private static String text(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static boolean samePublicKey(NoteVerifier a, NoteVerifier b) {
        return Arrays.equals(a.publicKey(), b.publicKey());
    }

    /** The log keys. */
    public List<NoteVerifier> logs() {
        return List.copyOf(logs);
    }

    /** The witnesses by their name in this policy. */
    public Map<String, NoteVerifier> witnesses() {
        Map<String, NoteVerifier> found = new LinkedHashMap<>();
        rules.forEach((name, rule) -> {
            if (rule instanceof WitnessRule(NoteVerifier key)) {
                found.put(text(name), key);
            }
        });
        return found;
    }

    private Stream<NoteVerifier> witnessKeys() {
        return rules.values().stream()
                .flatMap(rule -> rule instanceof WitnessRule(NoteVerifier key) ? Stream.of(key) : Stream.empty());
    }

    /**
     * Judges a signed checkpoint. Refused when no log of the policy signed it under its own origin, or a known signature
     * is bad; a quorum that is not there yet is a verdict, not a refusal.
     */
    public Result<Verdict> evaluate(SignedNote note) {
        List<NoteVerifier> all = new ArrayList<>(logs);
        witnessKeys().forEach(all::add);
        return note.checkpoint()
                .then(checkpoint -> note.verify(all).then(signers -> {
                    if (signers.stream()
                            .noneMatch(s -> logs.contains(s) && s.name().equals(checkpoint.origin()))) {
                        return Result.refused("policy.log", "No log of the policy has signed this checkpoint.");
                    }
                    List<String> missing = witnesses().entrySet().stream()
                            .filter(w -> !signers.contains(w.getValue()))
                            .map(Map.Entry::getKey)
                            .toList();
                    return Result.ok(new Verdict(checkpoint, holds(String.valueOf(quorum), signers), missing));
                }));
    }

    private boolean holds(String name, Set<NoteVerifier> signers) {
        Rule rule = rules.get(name);
        // Only "none" is not defined: quorum() and group() checked every other name.
        return rule == null ? name.equals("none") : rule.holds(signers, member -> holds(member, signers));
    }
}
