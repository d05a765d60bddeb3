package org.homeward.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.homeward.cli.Homeward;
import org.homeward.node.server.Node;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.sample.SampleFiles;
import org.homeward.sample.SampleGenerator;
import org.homeward.sample.SampleSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A whole case among three real nodes whose envelopes travel as files on a stick, by the commands alone or beside a line. */
class CarriedCaseTest {
    private static final String CASE = "carried";
    private static final List<String> IDS = List.of("med", "ua", "ru");

    @TempDir
    private Path temp;

    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, NodeClient> clients = new HashMap<>();
    private final StringWriter err = new StringWriter();
    private int files;

    @AfterEach
    void stop() {
        nodes.values().forEach(Node::close);
    }

    @Test
    void aCaseComesToItsAgreementByStickAloneLateRepeatedAndInAnyOrder() throws Exception {
        start("by-hand", "by-hand");
        hostileFilesAreRefusedAndChangeNothing();
        assertThat(carry(new Random(5), List.of("ua", "ru"))).isGreaterThan(10);
    }

    @Test
    void aCaseComesToItsAgreementWithOneBureauOnTheLineAndOneByStick() throws Exception {
        start(null, "by-hand");
        assertThat(carry(new Random(6), List.of("ru"))).isGreaterThan(5);
    }

    /** People act where they can; between, packages are made and taken at random. Returns how many were taken. */
    private int carry(Random random, List<String> carried) throws Exception {
        List<Path> underWay = new ArrayList<>();
        List<String> addressees = new ArrayList<>();
        int taken = 0;
        for (int round = 0; round < 4_000 && !(round % 10 == 0 && done()); round++) {
            String id = IDS.get(random.nextInt(3));
            switch (random.nextInt(4)) {
                case 0 -> act(id);
                case 1 -> {
                    String from = random.nextInt(8) == 0 ? carried.getFirst() : random.nextBoolean() ? "med" : id;
                    String to = from.equals("med")
                            ? carried.get(random.nextInt(carried.size()))
                            : random.nextInt(4) == 0 ? other(from) : "med";
                    Path file = temp.resolve("stick-" + files++);
                    assertThat(run("node", "export", "--home", home(from), "--to", to, "--out", file.toString()))
                            .as(err.toString())
                            .isZero();
                    underWay.add(file);
                    addressees.add(to);
                }
                default -> {
                    if (!underWay.isEmpty()) {
                        // Any of them, also one that was taken before.
                        int which = Math.max(0, underWay.size() - 1 - random.nextInt(4));
                        int exit = run(
                                "node",
                                "import",
                                "--home",
                                home(addressees.get(which)),
                                underWay.get(which).toString());
                        assertThat(exit).as(err.toString()).isZero();
                        taken++;
                    }
                }
            }
        }
        assertThat(done())
                .as("the case is agreed at all three, under co-signed checkpoints")
                .isTrue();
        JsonNode state = null;
        for (String id : IDS) {
            JsonNode lists = clients.get(id).summary(CASE).get("lists");
            assertThat(state == null || state.equals(lists))
                    .as("the same lists at " + id)
                    .isTrue();
            state = lists;
        }
        // A stick that arrives long after changes nothing.
        for (int i = 0; i < underWay.size(); i += 7) {
            run(
                    "node",
                    "import",
                    "--home",
                    home(addressees.get(i)),
                    underWay.get(i).toString());
        }
        assertThat(done()).isTrue();
        return taken;
    }

    private void hostileFilesAreRefusedAndChangeNothing() throws Exception {
        Path sound = temp.resolve("sound");
        assertThat(run("node", "export", "--home", home("med"), "--to", "ua", "--out", sound.toString()))
                .as(err.toString())
                .isZero();
        byte[] bytes = Files.readAllBytes(sound);
        String text = new String(bytes, StandardCharsets.UTF_8);
        Map<String, byte[]> hostile = new HashMap<>();
        hostile.put("TRUNCATED", java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
        hostile.put("NOT_A_PACKAGE", zipSlip());
        hostile.put("OTHER_CASE", utf8(text.replaceFirst("\"caseId\":\"" + CASE, "\"caseId\":\"foreign")));
        hostile.put("NOT_FOR_US", utf8(text.replaceFirst("\"to\":\"ua\"", "\"to\":\"ru\"")));
        hostile.put("STRANGER", utf8(text.replaceFirst("\"from\":\"med\"", "\"from\":\"xx\"")));
        hostile.put("FUTURE_VERSION", utf8(text.replaceFirst("\"v\":1", "\"v\":2")));
        hostile.put("CHANGED", utf8(text.replaceFirst("\"at\":\"2", "\"at\":\"3")));
        hostile.put("BAD_SIGNATURE", utf8(text.replaceFirst("\"from\":\"med\"", "\"from\":\"ru\"")));
        List<Path> before = tree();
        for (Map.Entry<String, byte[]> one : hostile.entrySet()) {
            Path file = Files.write(temp.resolve("hostile"), one.getValue());
            err.getBuffer().setLength(0);
            assertThat(run("node", "import", "--home", home("ua"), file.toString()))
                    .as(one.getKey())
                    .isEqualTo(2);
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    // A header that was changed is found by its seal; either way nothing is taken.
                    .matches("(" + one.getKey() + "|CHANGED): .+");
            Files.delete(file);
        }
        Path huge = temp.resolve("huge");
        try (var channel = java.nio.channels.FileChannel.open(
                huge, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(new byte[1]), 3L << 30);
        }
        assertThat(run("node", "import", "--home", home("ua"), huge.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("TOO_LARGE");
        Files.delete(huge);
        assertThat(tree()).as("no file came or went").isEqualTo(before);
        Files.delete(sound);
    }

    private List<Path> tree() throws IOException {
        try (Stream<Path> all = Files.walk(temp)) {
            return all.filter(f -> !f.toString().contains("homeward.db"))
                    // Nor the nodes' own logs, which are written behind the requests.
                    .filter(f -> !f.toString().contains("/log"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] zipSlip() throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("../../../escaped"));
            zip.write(new byte[100]);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private boolean done() throws IOException {
        for (String id : IDS) {
            JsonNode view = clients.get(id).summary(CASE);
            if (!view.get("phase").stringValue().equals("AGREED")
                    || view.get("effective").intValue() != view.get("acts").intValue()) {
                return false;
            }
        }
        return true;
    }

    private void act(String id) throws IOException {
        JsonNode view = clients.get(id).synchronise(CASE);
        String phase = view.get("phase").stringValue();
        for (JsonNode open : view.get("open")) {
            String step = open.stringValue();
            if (step.equals("PROPOSE_TERMS") && phase.equals("OPENED")) {
                clients.get(id).propose(CASE, terms());
            } else if (!step.equals("PROPOSE_TERMS") && !(step.equals("PROPOSE_LISTS") && phase.equals("PROPOSED"))) {
                clients.get(id).step(CASE, step);
                return;
            }
        }
    }

    private static byte[] terms() throws IOException {
        try (InputStream in = DemoCommand.class.getResourceAsStream("terms.json")) {
            return utf8(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\"number\": 157", "\"number\": 5")
                    .replaceAll("\"number\": [73]\\b", "\"number\": 0"));
        }
    }

    private void start(String ua, String ru) throws Exception {
        Path registers = Files.createDirectories(temp.resolve("registers"));
        SampleFiles.write(SampleGenerator.generate(5, SampleSpec.ofSize(120)), 5, registers);
        node("med", null);
        node("ua", ua == null ? nodes.get("med").peerUrl().toString() : ua);
        node("ru", ru);
        List<Participants.Participant> cards = new ArrayList<>();
        for (String id : IDS) {
            cards.add(clients.get(id).enrolment(CASE));
        }
        byte[] enrolment = CanonicalJson.bytes(new Participants(cards.getFirst(), cards.subList(1, 3)));
        for (String id : IDS) {
            clients.get(id).enrol(CASE, enrolment);
        }
        for (String id : List.of("ua", "ru")) {
            for (String register : List.of("held", "sought")) {
                clients.get(id).takeIn(register, Files.readAllBytes(registers.resolve(id + "-" + register + ".csv")));
            }
        }
    }

    private void node(String id, String agency) throws Exception {
        List<String> init = new ArrayList<>(List.of(
                "node", "init", "--home", home(id), "--id", id, "--name", id, "--port", "0", "--test-operators"));
        if (agency != null) {
            init.addAll(List.of("--agency", agency));
        }
        assertThat(run(init.toArray(String[]::new))).as(err.toString()).isZero();
        Node node = Node.start(Path.of(home(id)));
        nodes.put(id, node);
        clients.put(id, new NodeClient(id, node.url(), Path.of(home(id))));
    }

    private static String other(String party) {
        return party.equals("ua") ? "ru" : "ua";
    }

    private String home(String id) {
        return temp.resolve(id).toString();
    }

    private int run(String... args) {
        return Homeward.commandLine()
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
