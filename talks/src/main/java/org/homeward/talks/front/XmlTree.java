package org.homeward.talks.front;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML file as elements with attributes, text left out. The only place that parses XML: a document type is refused, so that no
 * entity is ever read, expanded or fetched (OWASP, XML External Entity Prevention).
 */
record XmlTree(String name, Map<String, String> attributes, List<XmlTree> children) {
    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 3_000_000;

    static XmlTree read(byte[] bytes) throws UnreadableException {
        // The JDK's own parser by name: another one on the class path may not know these settings.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> new ByteArrayInputStream(new byte[0]));
        String text = XmlText.decode(bytes);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            throw new UnreadableException("the file is not XML"
                    + (at == null ? "" : " at line " + at.getLineNumber() + ", column " + at.getColumnNumber()));
        } catch (RuntimeException e) {
            // The JDK's scanner answers some damaged bytes with an unchecked exception.
            throw new UnreadableException("the file is not XML");
        }
    }

    private static XmlTree read(XMLStreamReader reader) throws XMLStreamException, UnreadableException {
        Deque<XmlTree> open = new ArrayDeque<>();
        @Nullable XmlTree root = null;
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableException("the file has a document type or an entity; that is not read");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
                        throw new UnreadableException("the file nests too deeply or has too many elements");
                    }
                    Map<String, String> attributes = new LinkedHashMap<>();
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                    XmlTree element = new XmlTree(reader.getLocalName(), attributes, new ArrayList<>());
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().children().add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                default -> {}
            }
        }
        if (root == null) {
            throw new UnreadableException("the file holds no XML element");
        }
        return root;
    }

    List<XmlTree> children(String wanted) {
        return children.stream().filter(child -> child.name().equals(wanted)).toList();
    }

    /** This element and all below it of that name, in the order of the file. */
    List<XmlTree> all(String wanted) {
        List<XmlTree> found = new ArrayList<>();
        if (name.equals(wanted)) {
            found.add(this);
        }
        children.forEach(child -> found.addAll(child.all(wanted)));
        return found;
    }

    @Nullable
    String attribute(String wanted) {
        return attributes.get(wanted);
    }
}
