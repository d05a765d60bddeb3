package org.homeward.talks;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One thing that is entered about the talks. {@code words} are by language code, such as {@code en} and {@code uk}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Act.ProcessOpened.class, name = "PROCESS"),
    @JsonSubTypes.Type(value = Act.RoundOpened.class, name = "ROUND"),
    @JsonSubTypes.Type(value = Act.DelegationNamed.class, name = "DELEGATION"),
    @JsonSubTypes.Type(value = Act.GroupSet.class, name = "GROUP"),
    @JsonSubTypes.Type(value = Act.SessionHeld.class, name = "SESSION"),
    @JsonSubTypes.Type(value = Act.IssueNamed.class, name = "ISSUE"),
    @JsonSubTypes.Type(value = Act.PositionStated.class, name = "POSITION"),
    @JsonSubTypes.Type(value = Act.MessageSent.class, name = "MESSAGE"),
    @JsonSubTypes.Type(value = Act.MessageTold.class, name = "TOLD"),
    @JsonSubTypes.Type(value = Act.ClauseDrafted.class, name = "CLAUSE"),
    @JsonSubTypes.Type(value = Act.ClauseSet.class, name = "STATUS"),
    @JsonSubTypes.Type(value = Act.DraftShown.class, name = "SHOWN"),
    @JsonSubTypes.Type(value = Act.PointReadBack.class, name = "READ_BACK"),
    @JsonSubTypes.Type(value = Act.PointInitialled.class, name = "INITIALLED"),
    @JsonSubTypes.Type(value = Act.StepOwed.class, name = "STEP"),
    @JsonSubTypes.Type(value = Act.StepReported.class, name = "REPORT")
})
public sealed interface Act {
    /**
     * The two ends of the talks, and who mediates; {@code earlyHarvest} says whether single points may be agreed before all are.
     * {@code names} has the names of participants by language.
     */
    record ProcessOpened(
            Map<String, String> name,
            List<String> parties,
            String mediator,
            List<String> observers,
            List<String> languages,
            boolean earlyHarvest,
            @Nullable Map<String, Map<String, String>> names)
            implements Act {
        public ProcessOpened {
            name = Need.words("name", name);
            parties = Need.list("parties", parties);
            Need.text("mediator", mediator);
            observers = Need.list("observers", observers);
            languages = Need.list("languages", languages);
            Map<String, Map<String, String>> each = new TreeMap<>();
            if (names != null) {
                names.forEach((who, words) -> each.put(who, Need.words("names", words)));
            }
            names = each;
            if (parties.size() != 2 || parties.get(0).equals(parties.get(1)) || parties.contains(mediator)) {
                throw new IllegalArgumentException("'parties' are two different ones, and the mediator is neither");
            }
        }
    }

    /** A round of talks: its number, venue, host, and first and last day. */
    record RoundOpened(int number, Map<String, String> venue, String host, LocalDate from, LocalDate to)
            implements Act {
        public RoundOpened {
            venue = Need.words("venue", venue);
            Need.text("host", host);
            if (Need.value("to", to).isBefore(Need.value("from", from))) {
                throw new IllegalArgumentException("'to' is before 'from'");
            }
        }
    }

    /** In which capacity a person sits in a delegation. */
    enum Capacity {
        HEAD,
        DEPUTY,
        PLENIPOTENTIARY,
        DELEGATE,
        EXPERT,
        INTERPRETER,
        OBSERVER
    }

    /** A member of a delegation. */
    record Member(String name, Capacity capacity) {
        public Member {
            Need.text("name", name);
            Need.value("capacity", capacity);
        }
    }

    /** Who sits for a participant in a round, and what they may agree to; a later one replaces it. */
    record DelegationNamed(
            int round,
            String of,
            List<Member> members,
            @Nullable Map<String, String> authority) implements Act {
        public DelegationNamed {
            Need.text("of", of);
            members = Need.list("members", members);
            authority = authority == null ? null : Need.words("authority", authority);
            if (members.stream().filter(m -> m.capacity() == Capacity.HEAD).count() > 1) {
                throw new IllegalArgumentException("'members' have more than one head");
            }
        }
    }

    /** A working group with its mandate and what it owes by when. */
    record GroupSet(
            String id,
            Map<String, String> name,
            Map<String, String> mandate,
            List<String> members,
            Map<String, String> deliverable,
            @Nullable LocalDate due)
            implements Act {
        public GroupSet {
            Need.text("id", id);
            name = Need.words("name", name);
            mandate = Need.words("mandate", mandate);
            members = Need.list("members", members);
            deliverable = Need.words("deliverable", deliverable);
        }
    }

    /** How a session is held. */
    enum Format {
        PLENARY,
        TRILATERAL,
        BILATERAL,
        HEADS_ONLY,
        WORKING_GROUP,
        SHUTTLE,
        CORRIDOR,
        ONLINE
    }

    /** A session of a day: what for, who was in the room (participants), and what is minuted. */
    record SessionHeld(
            String id,
            int round,
            LocalDate date,
            Format format,
            @Nullable String start,
            @Nullable String end,
            Map<String, String> purpose,
            List<String> inRoom,
            @Nullable String group,
            @Nullable Map<String, String> minutes)
            implements Act {
        public SessionHeld {
            Need.text("id", id);
            Need.value("date", date);
            Need.value("format", format);
            purpose = Need.words("purpose", purpose);
            inRoom = Need.list("inRoom", inRoom);
            minutes = minutes == null ? null : Need.words("minutes", minutes);
            for (@Nullable String time : new @Nullable String[] {start, end}) {
                if (time != null && !time.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
                    throw new IllegalArgumentException("'start' and 'end' are times like 09:30");
                }
            }
        }
    }

    /** An issue of the agenda, under another one or at the top. */
    record IssueNamed(String id, @Nullable String under, Map<String, String> name) implements Act {
        public IssueNamed {
            Need.text("id", id);
            name = Need.words("name", name);
        }
    }

    /** What kind of position it is. Only a public one is seen by all unless the entry says who else sees it. */
    enum Stance {
        PUBLIC,
        ROOM,
        INTEREST,
        RED_LINE,
        FLEXIBILITY
    }

    /** A party's position on an issue, and the earlier one of its own that it replaces. */
    record PositionStated(
            String id,
            String issue,
            String of,
            Stance stance,
            Map<String, String> words,
            @Nullable String supersedes) implements Act {
        public PositionStated {
            Need.text("id", id);
            Need.text("issue", issue);
            Need.text("of", of);
            Need.value("stance", stance);
            words = Need.words("words", words);
        }
    }

    /** Whether the other side may be told. */
    enum MayTell {
        YES,
        GIST,
        NO
    }

    /** A message to or from the mediator; {@code gist} is what may be told when {@code mayTell} is GIST. */
    record MessageSent(
            String id,
            String from,
            String to,
            Map<String, String> words,
            MayTell mayTell,
            @Nullable Map<String, String> gist)
            implements Act {
        public MessageSent {
            Need.text("id", id);
            Need.text("from", from);
            Need.text("to", to);
            words = Need.words("words", words);
            Need.value("mayTell", mayTell);
            gist = gist == null ? null : Need.words("gist", gist);
            if ((mayTell == MayTell.GIST) != (gist != null)) {
                throw new IllegalArgumentException("'gist' goes with mayTell GIST, and only with it");
            }
        }
    }

    /** The mediator told a message, or its gist, to another participant. */
    record MessageTold(String message, String to) implements Act {
        public MessageTold {
            Need.text("message", message);
            Need.text("to", to);
        }
    }

    /** One wording in brackets; {@code of} is the party that wants it, or null for the mediator's alternative. */
    record Bracket(
            @Nullable String of,
            Map<String, String> words,
            @Nullable JsonNode terms) {
        public Bracket {
            words = Need.words("words", words);
            if (terms != null && terms.isNull()) {
                terms = null;
            }
        }
    }

    /** A clause of the single text as it stands from now on: words where it is settled, brackets where it is not. */
    record ClauseDrafted(
            String id,
            @Nullable String issue,
            Map<String, String> words,
            List<Bracket> brackets,
            List<Reservation> reservations,
            @Nullable JsonNode terms,
            String why)
            implements Act {
        public ClauseDrafted {
            Need.text("id", id);
            words = Need.words("words", words);
            brackets = Need.list("brackets", brackets);
            reservations = Need.list("reservations", reservations);
            Need.text("why", why);
            if (terms != null && terms.isNull()) {
                terms = null;
            }
        }
    }

    /** A party goes along with the clause but for this. */
    record Reservation(String of, Map<String, String> words) {
        public Reservation {
            Need.text("of", of);
            words = Need.words("words", words);
        }
    }

    /** Where a clause stands. */
    enum Status {
        OPEN,
        AD_REFERENDUM,
        AGREED,
        PARKED
    }

    /** A clause is parked or opened again; agreement comes by initials alone. */
    record ClauseSet(String clause, Status status) implements Act {
        public ClauseSet {
            Need.text("clause", clause);
            if (Need.value("status", status) != Status.OPEN && status != Status.PARKED) {
                throw new IllegalArgumentException(
                        "'status' is OPEN or PARKED; a clause is agreed by reading back and initials");
            }
        }
    }

    /** A version of the text was shown to a participant, and why to it and now. */
    record DraftShown(int version, String to, String why) implements Act {
        public DraftShown {
            Need.text("to", to);
            Need.text("why", why);
        }
    }

    /** The exact words of a clause were read back in session, in every language of the process. */
    record PointReadBack(
            String clause,
            Map<String, String> words,
            String authoritative,
            List<String> dependsOn,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable Map<String, String> verification,
            @Nullable String session)
            implements Act {
        public PointReadBack {
            Need.text("clause", clause);
            words = Need.words("words", words);
            Need.text("authoritative", authoritative);
            dependsOn = Need.list("dependsOn", dependsOn);
            verification = verification == null ? null : Need.words("verification", verification);
            if (!words.containsKey(authoritative)) {
                throw new IllegalArgumentException("'words' are not there in the authoritative language");
            }
        }
    }

    /** A party put its initials under what was read back. */
    record PointInitialled(String clause, String of, String initials) implements Act {
        public PointInitialled {
            Need.text("clause", clause);
            Need.text("of", of);
            Need.text("initials", initials);
        }
    }

    /** Somebody owes something by a day, perhaps from a clause. */
    record StepOwed(
            String id,
            Map<String, String> what,
            String owner,
            @Nullable LocalDate due,
            @Nullable String clause) implements Act {
        public StepOwed {
            Need.text("id", id);
            what = Need.words("what", what);
            Need.text("owner", owner);
        }
    }

    /** What a participant says of a step. */
    enum Report {
        DONE,
        LATE,
        DISPUTED
    }

    /** A participant's word on a step; the sides may differ, and then it is disputed. */
    record StepReported(
            String step, String of, Report report, @Nullable Map<String, String> note) implements Act {
        public StepReported {
            Need.text("step", step);
            Need.text("of", of);
            Need.value("report", report);
            note = note == null ? null : Need.words("note", note);
        }
    }
}
