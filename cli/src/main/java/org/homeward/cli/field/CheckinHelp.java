package org.homeward.cli.field;

/** What can be typed at a post. */
final class CheckinHelp {
    static final String TEXT = """
            find NAME                       by name, in any spelling and script; then pick N
            number N | slip IMAGE           by number on the list, or by the code of his slip
            questions                       the agreed questions of the person at the table
            present q1+ q2+ q3+ q4+ photo+  he is here; + agrees, - does not
            disputed [q1- photo-]           it is in doubt who he is; the convoy need not wait
            unfit | died | absent
            stays CAUSE WORDS               the neutral alone: he does not travel today
            substitute N                    number N of the reserve goes in his place
            unlisted [extra]                somebody who is on no list
            offer | accept | conclude       the three acts of a handover; for a bag: offer bag:TAG
            decline CODE                    you do not sign for him
            bag TAG PARTY SEAL              a bag of remains, and who gets it
            fragment TAG ID PART | count bags:PARTY N
            tick ITEM                       an item of the checklist
            acknowledge VEHICLE WHAT PARTY REFERENCE
            depart VEHICLE                  refused while an acknowledgement is missing
            paper FORM OFFICER TIME         the next record is entered from a form; who held the pen
            undo WHY                        your last record was a mistake; both stay
            show FILE | take FILE           your last act for the other device; its act. A .png is a code to scan
            codes FOLDER [DEVICE]           your log as pictures of codes; only what that device has not got yet
            take FOLDER | take FILE.txt     the other log, from pictures of its codes or from what a reader read
            board | log FILE | close | quit""";

    private CheckinHelp() {}
}
