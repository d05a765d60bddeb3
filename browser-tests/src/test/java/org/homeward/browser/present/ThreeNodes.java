package org.homeward.browser.present;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.sample.SampleFiles;
import org.homeward.sample.SampleGenerator;
import org.homeward.sample.SampleSpec;
import tools.jackson.databind.JsonNode;

/** An agency and two bureaus as they run in the field, with two cases: one agreed, and one whose lists have just been opened. */
final class ThreeNodes implements AutoCloseable {
    static final String AGREED = "2026-02-exchange";
    static final String OPEN = "2026-03-exchange";
    static final int SOUGHT = 60;
    private static final long SEED = 20260205;

    private final List<Side> sides = new ArrayList<>();

    private ThreeNodes() {}

    static ThreeNodes start(Path folder) throws Exception {
        ThreeNodes nodes = new ThreeNodes();
        try {
            nodes.sides.add(Side.start(folder.resolve("med"), "med", "Mediator", null));
            nodes.sides.add(Side.start(
                    folder.resolve("ua"), "ua", "Ukraine", nodes.agency().peerUrl()));
            nodes.sides.add(Side.start(
                    folder.resolve("ru"), "ru", "Russia", nodes.agency().peerUrl()));
            nodes.takeIn(folder.resolve("registers"));
            nodes.enrol(AGREED);
            nodes.walk(AGREED, "AGREED");
            nodes.enrol(OPEN);
            nodes.walk(OPEN, "LISTS_REVEALED");
            return nodes;
        } catch (Exception e) {
            nodes.close();
            throw e;
        }
    }

    Side agency() {
        return sides.get(0);
    }

    Side med() {
        return sides.get(0);
    }

    Side ua() {
        return sides.get(1);
    }

    Side ru() {
        return sides.get(2);
    }

    private void takeIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        SampleFiles.write(SampleGenerator.generate(SEED, SampleSpec.ofSize(SOUGHT)), SEED, folder);
        for (String register : List.of("held", "sought")) {
            ua().takeIn(register, Files.readAllBytes(folder.resolve("ua-" + register + ".csv")));
            ru().takeIn(register, Files.readAllBytes(folder.resolve("ru-" + register + ".csv")));
        }
    }

    /** A case that is open and has no terms yet. */
    void open(String caseId) throws Exception {
        enrol(caseId);
        agency().step(caseId, "OPEN_CASE");
    }

    /** Starts the nodes alone: no registers, and no case. */
    static ThreeNodes bare(Path folder) throws Exception {
        ThreeNodes nodes = new ThreeNodes();
        try {
            nodes.sides.add(Side.start(folder.resolve("med"), "med", "Mediator", null));
            nodes.sides.add(Side.start(
                    folder.resolve("ua"), "ua", "Ukraine", nodes.agency().peerUrl()));
            nodes.sides.add(Side.start(
                    folder.resolve("ru"), "ru", "Russia", nodes.agency().peerUrl()));
            return nodes;
        } catch (Exception e) {
            nodes.close();
            throw e;
        }
    }

    private void enrol(String caseId) throws Exception {
        List<Participant> cards = new ArrayList<>();
        for (Side side : sides) {
            cards.add(CanonicalJson.read(side.enrolment(caseId), Participant.class));
        }
        byte[] participants = CanonicalJson.bytes(new Participants(cards.getFirst(), cards.subList(1, 3)));
        for (Side side : sides) {
            side.enrol(caseId, participants);
        }
    }

    /** Every side does what is open to it, until all see that phase with every act co-signed. */
    private void walk(String caseId, String until) throws IOException {
        for (int round = 0; round < 60; round++) {
            int there = 0;
            for (Side side : sides) {
                JsonNode view = side.synchronise(caseId);
                if (!view.get("phase").stringValue().equals(until)) {
                    act(side, caseId, view);
                } else if (view.get("effective").intValue() == view.get("acts").intValue()) {
                    there++;
                }
            }
            if (there == sides.size()) {
                return;
            }
        }
        throw new IOException("The case " + caseId + " does not come to " + until + ".");
    }

    private static void act(Side side, String caseId, JsonNode view) throws IOException {
        String phase = view.get("phase").stringValue();
        for (JsonNode open : view.get("open")) {
            String step = open.stringValue();
            if (step.equals("PROPOSE_TERMS")) {
                if (phase.equals("OPENED")) {
                    side.propose(caseId, terms());
                    return;
                }
            } else if (!(step.equals("PROPOSE_LISTS") && phase.equals("PROPOSED"))) {
                side.step(caseId, step);
                return;
            }
        }
    }

    static String terms() throws IOException {
        try (var in = ThreeNodes.class.getResourceAsStream("terms.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The bureaus first: they talk to the agency as long as they run. */
    @Override
    public void close() {
        sides.reversed().forEach(Side::close);
    }
}
