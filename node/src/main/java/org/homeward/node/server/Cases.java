package org.homeward.node.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.homeward.ledger.NoteVerifier;
import org.homeward.node.desk.ExchangeDesk.OwnRegisters;
import org.homeward.node.desk.LiveNames;
import org.homeward.node.exchange.DurableFiles;
import org.homeward.node.exchange.NodeIdentity;
import org.homeward.node.exchange.Surroundings;
import org.homeward.protocol.exchange.Participants;
import org.homeward.protocol.exchange.Participants.Participant;
import org.homeward.protocol.json.CanonicalJson;
import org.homeward.protocol.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** All cases of this node, one folder each. Safe for threads. */
public final class Cases implements AutoCloseable {
    private static final String ID = "[a-z0-9][a-z0-9-]{0,39}";
    private static final String BAD_ID = "A case's id is up to 40 lower-case letters, digits and hyphens.";

    private static final String PARTICIPANTS = "participants.json";

    private final Path folder;
    private final NodeIdentity identity;
    private final @Nullable AgencyLine agency;
    private final OwnRegisters registers;
    private final Surroundings around;
    private final Pins pins;
    private final LiveNames names = new LiveNames();
    private final Map<String, CaseRoom> rooms = new ConcurrentSkipListMap<>();

    private Cases(
            Path folder,
            NodeIdentity identity,
            @Nullable AgencyLine agency,
            OwnRegisters registers,
            Surroundings around,
            Pins pins) {
        this.pins = pins;
        this.folder = folder;
        this.identity = identity;
        this.agency = agency;
        this.registers = registers;
        this.around = around;
    }

    static Cases open(
            Path folder,
            NodeIdentity identity,
            @Nullable AgencyLine agency,
            OwnRegisters registers,
            Surroundings around,
            Pins pins)
            throws IOException {
        Files.createDirectories(folder);
        Cases cases = new Cases(folder, identity, agency, registers, around, pins);
        try (Stream<Path> all = Files.list(folder)) {
            for (Path one : all.filter(f -> Files.exists(f.resolve(PARTICIPANTS)))
                    .sorted()
                    .toList()) {
                Participants participants =
                        CanonicalJson.read(Files.readAllBytes(one.resolve(PARTICIPANTS)), Participants.class);
                cases.room(one.getFileName().toString(), participants);
            }
        } catch (MalformedJsonException e) {
            cases.close();
            throw new IOException("The enrolment of a case in " + folder + " is damaged: restore the backup.", e);
        } catch (IOException | RuntimeException e) {
            cases.close();
            throw e;
        }
        return cases;
    }

    public Optional<CaseRoom> find(String caseId) {
        return Optional.ofNullable(rooms.get(caseId));
    }

    public List<CaseRoom> all() {
        return List.copyOf(rooms.values());
    }

    /**
     * Enrols everybody's keys for a new case, as this side's people compared them on paper.
     *
     * @return why not, or empty
     */
    synchronized Optional<String> enrol(String caseId, Participants participants) throws IOException {
        if (!caseId.matches(ID)) {
            return Optional.of(BAD_ID);
        }
        CaseRoom there = rooms.get(caseId);
        if (there != null) {
            return there.participants().equals(participants)
                    ? Optional.empty()
                    : Optional.of("There is a case of this id with other keys; keys of a case are never changed.");
        }
        Optional<String> flaw = flaw(caseId, participants);
        if (flaw.isPresent()) {
            return flaw;
        }
        Path home = folder.resolve(caseId);
        Files.createDirectories(home);
        DurableFiles.replace(
                home.resolve(PARTICIPANTS + ".new"), CanonicalJson.bytes(participants), home.resolve(PARTICIPANTS));
        room(caseId, participants);
        return Optional.empty();
    }

    /** What makes an enrolment unusable for this node and case, before anything is kept; or empty. */
    Optional<String> flawOf(String caseId, Participants participants) {
        return caseId.matches(ID) ? flaw(caseId, participants) : Optional.of(BAD_ID);
    }

    private Optional<String> flaw(String caseId, Participants participants) {
        Optional<String> flaw = participants.flaw();
        if (flaw.isPresent()) {
            return Optional.of("The enrolment cannot be used: " + flaw.get() + ".");
        }
        for (Participant p : participants.all()) {
            if (!NoteVerifier.parse(p.ledgerKey()).accepted()) {
                return Optional.of("The ledger key of " + p.id() + " cannot be used.");
            }
        }
        Optional<Participant> self = participants.find(identity.id());
        boolean mediates = participants.mediator().id().equals(identity.id());
        if (self.isEmpty() || mediates != (agency == null)) {
            return Optional.of("This node does not take part in this case in its own role.");
        }
        Participant own =
                identity.card(caseId, mediates, self.get().name(), self.get().officers());
        return own.equals(self.get())
                ? Optional.empty()
                : Optional.of("The enrolment has other keys for this node than its own.");
    }

    private void room(String caseId, Participants participants) throws IOException {
        pins.enrol(identity.id(), participants);
        rooms.put(
                caseId,
                CaseRoom.open(
                        folder.resolve(caseId), caseId, participants, identity, agency, registers, names, around));
    }

    @Override
    public void close() throws IOException {
        for (CaseRoom room : rooms.values()) {
            room.close();
        }
    }
}
