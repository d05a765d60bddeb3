package org.homeward.register;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Takes a PFIF document apart into its records, without judging them. No document type, no entity of its own and nothing from elsewhere
 * is read.
 */
final class PfifXml {
    /** Namespaces of the versions that are read (zesty.ca/pfif). */
    static final Set<String> NAMESPACES = Set.of(
            "http://zesty.ca/pfif/1.1",
            "http://zesty.ca/pfif/1.2",
            "http://zesty.ca/pfif/1.3",
            "http://zesty.ca/pfif/1.4");

    static final String PERSON = "person";
    static final String NOTE = "note";
    static final String PERSON_ID = "person_record_id";
    static final String NOTE_ID = "note_record_id";

    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]{1,40})[\"']");

    /** Deeper than any PFIF document: root, person, note, field. */
    private static final int MAX_DEPTH = 8;

    private static final int MAX_FIELDS = 100;

    /**
     * A person or a note.
     *
     * @param line where it begins
     * @param namespace its own; whether it is one of PFIF's is for the reader to judge
     * @param owner id of the person that a note stands inside of, or blank
     * @param fields in their order; the first of several with one name counts
     * @param flaws what is odd about how it is written
     */
    record Entry(
            long line,
            String kind,
            String namespace,
            String owner,
            Map<String, String> fields,
            Set<ReadOutcome.Verdict> flaws) {
        String get(String field) {
            return fields.getOrDefault(field, "");
        }
    }

    /** A document that is not read. The message says why, and what to do, as the end of a sentence that begins with the file. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why, null, false, false);
        }
    }

    private final XMLStreamReader xml;
    private final List<Entry> entries = new ArrayList<>();

    private PfifXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** All persons and notes of the document, in its order. */
    static List<Entry> read(byte[] bytes) throws Unreadable {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLReporter(
                (message, type, information, where) -> {}); // The exception says it; nothing goes to a console.
        XMLStreamReader reader = null;
        try {
            reader = factory.createXMLStreamReader(new StringReader(text(bytes)));
            PfifXml document = new PfifXml(reader);
            document.document();
            return document.entries;
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new Unreadable(
                    "is not well-formed XML" + (line > 0 ? " in line " + line : "") + ": export it again, whole");
        } finally {
            close(reader);
        }
    }

    /** The document as text. The parser would write what it thinks of broken bytes to the console. */
    private static String text(byte[] bytes) throws Unreadable {
        TextDetector.Text marked = TextDetector.decode(bytes)
                .filter(t -> !t.encoding().equals("windows-1251"))
                .orElse(null);
        Matcher declared = ENCODING.matcher(new String(bytes, 0, Math.min(200, bytes.length), ISO_8859_1));
        String name = declared.find() ? declared.group(1) : "UTF-8";
        if (marked != null
                && (name.equalsIgnoreCase("UTF-8") || !marked.encoding().equals("UTF-8"))) {
            return marked.text();
        }
        try {
            return Charset.forName(name)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Unreadable("is not in the encoding that it declares: export it again in UTF-8");
        }
    }

    private static void close(@Nullable XMLStreamReader reader) {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (XMLStreamException e) {
            // It reads from memory: there is nothing that could stay open.
        }
    }

    private void document() throws XMLStreamException, Unreadable {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Unreadable("declares a document type or entities, which PFIF does not have:"
                        + " it is refused unread, ask for a plain export");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (depth == 0 && !name.equals("pfif")) {
                    throw new Unreadable("is XML, but not PFIF: its first element must be pfif:pfif");
                }
                if (depth == 1 && (name.equals(PERSON) || name.equals(NOTE))) {
                    entry("", depth + 1);
                } else {
                    depth++;
                    tooDeep(depth);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** Reads the person or note whose start the cursor stands on, to its end; notes inside a person become entries after it. */
    private void entry(String owner, int depth) throws XMLStreamException, Unreadable {
        tooDeep(depth);
        String kind = xml.getLocalName();
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        Map<String, String> fields = new LinkedHashMap<>();
        Set<ReadOutcome.Verdict> flaws = java.util.EnumSet.noneOf(ReadOutcome.Verdict.class);
        int place = entries.size();
        entries.add(new Entry(xml.getLocation().getLineNumber(), kind, namespace, owner, fields, flaws));
        if (place >= RegisterReader.MAX_ROWS) {
            throw new Unreadable("has more than " + RegisterReader.MAX_ROWS + " records: split it");
        }
        boolean noted = false;
        int count = 0;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Unreadable("uses an entity that XML does not define: it is refused, ask for a plain export");
            }
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (name.equals(NOTE) && kind.equals(PERSON)) {
                noted = true;
                entry(fields.getOrDefault(PERSON_ID, ""), depth + 1);
                continue;
            }
            if (++count > MAX_FIELDS) {
                throw new Unreadable("has a record of more than " + MAX_FIELDS + " fields in line "
                        + xml.getLocation().getLineNumber() + ": it is not PFIF");
            }
            // The specification puts the record's id first and a person's notes last.
            String idField = kind.equals(PERSON) ? PERSON_ID : NOTE_ID;
            if (noted || (name.equals(idField) && count > 1)) {
                flaws.add(ReadOutcome.Verdict.WRONG_ORDER);
            }
            boolean own = namespace.equals(xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI());
            String text = text(depth + 1);
            if (!own) {
                flaws.add(ReadOutcome.Verdict.FOREIGN_FIELD);
            } else if (text.length() > TableBuilder.MAX_CELL) {
                flaws.add(ReadOutcome.Verdict.CELL_TOO_LONG);
            } else if (!text.isBlank()) {
                fields.putIfAbsent(name, text.strip());
            }
        }
    }

    /** All text up to the end of the element that the cursor stands on, whatever elements it holds. */
    private String text(int depth) throws XMLStreamException, Unreadable {
        StringBuilder text = new StringBuilder();
        int open = 1;
        while (open > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open++;
                    tooDeep(depth + open);
                }
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() <= TableBuilder.MAX_CELL) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable(
                            "uses an entity that XML does not define: it is refused, ask for a plain export");
                default -> {}
            }
        }
        return text.toString();
    }

    private static void tooDeep(int depth) throws Unreadable {
        if (depth > MAX_DEPTH) {
            throw new Unreadable("nests elements deeper than PFIF does: it is refused, ask for a plain export");
        }
    }
}
