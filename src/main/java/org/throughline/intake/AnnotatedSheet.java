package org.throughline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;

/** The XML of one sheet, copied event by event, with a cell more in rows that have something said about them. */
final class AnnotatedSheet {

    private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

    private final int rowOfHeader;
    private final String column;
    private final Remarks remarks;
    private int row;

    /** @param column position of the problems column, from 0 */
    AnnotatedSheet(int rowOfHeader, int column, Remarks remarks) {
        this.rowOfHeader = rowOfHeader;
        this.column = letters(column);
        this.remarks = remarks;
    }

    /** {@code A}, {@code Z}, {@code AA}. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /** Leaves both streams open. */
    void write(InputStream in, OutputStream out) throws IOException {
        try {
            XMLEventReader reader = WorkbookParts.xml().createXMLEventReader(WorkbookParts.leftOpen(in));
            XMLEventWriter writer = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(out, "UTF-8");
            while (reader.hasNext()) {
                copy(reader.nextEvent(), reader, writer);
            }
            writer.flush();
        } catch (XMLStreamException damaged) {
            throw new IOException("The workbook is damaged.", damaged);
        }
    }

    private void copy(XMLEvent event, XMLEventReader reader, XMLEventWriter writer) throws XMLStreamException {
        if (event.isStartElement()) {
            StartElement element = event.asStartElement();
            String name = element.getName().getLocalPart();
            if (name.equals("c") && isOurs(element)) {
                skip(reader);
                return;
            }
            row = name.equals("row") ? number(element) : row;
            writer.add(wider(name, element));
        } else if (event.isEndElement()
                && event.asEndElement().getName().getLocalPart().equals("row")) {
            String text = row == rowOfHeader ? ProblemsColumn.HEADER : remarks.in(row);
            if (text != null) {
                addCell(event.asEndElement().getName(), text, writer);
            }
            writer.add(event);
        } else if (event.isCharacters() && event.asCharacters().getData().indexOf('\r') >= 0) {
            addText(event.asCharacters().getData(), writer);
        } else {
            writer.add(event);
        }
    }

    private boolean isOurs(StartElement cell) {
        Attribute reference = cell.getAttributeByName(new QName("r"));
        return reference != null && reference.getValue().equals(column + row);
    }

    /** A row without a number is the one after the last. */
    private int number(StartElement element) {
        Attribute number = element.getAttributeByName(new QName("r"));
        return number == null ? row + 1 : Integer.parseInt(number.getValue());
    }

    private static void skip(XMLEventReader reader) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            XMLEvent event = reader.nextEvent();
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
        }
    }

    /** What a sheet says of its own width would hide the new column from some readers. */
    private XMLEvent wider(String name, StartElement element) {
        if (!name.equals("row") && !name.equals("dimension")) {
            return element;
        }
        List<Attribute> attributes = new ArrayList<>();
        for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
            Attribute attribute = all.next();
            String hint = attribute.getName().getLocalPart();
            if (name.equals("dimension") && hint.equals("ref")) {
                attributes.add(EVENTS.createAttribute(attribute.getName(), wider(attribute.getValue())));
            } else if (!hint.equals("spans")) {
                attributes.add(attribute);
            }
        }
        return EVENTS.createStartElement(element.getName(), attributes.iterator(), element.getNamespaces());
    }

    /** {@code A1:F20} with the new column as the last. */
    private String wider(String area) {
        String from = area.substring(0, area.indexOf(':') < 0 ? area.length() : area.indexOf(':'));
        String lastRow = area.replaceAll(".*[A-Z]", "");
        return from + ":" + column + lastRow;
    }

    private void addCell(QName like, String text, XMLEventWriter writer) throws XMLStreamException {
        String prefix = like.getPrefix();
        String namespace = like.getNamespaceURI();
        List<Attribute> attributes =
                List.of(EVENTS.createAttribute("r", column + row), EVENTS.createAttribute("t", "inlineStr"));
        writer.add(EVENTS.createStartElement(prefix, namespace, "c", attributes.iterator(), null));
        writer.add(EVENTS.createStartElement(prefix, namespace, "is"));
        List<Attribute> space =
                List.of(EVENTS.createAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve"));
        writer.add(EVENTS.createStartElement(prefix, namespace, "t", space.iterator(), null));
        writer.add(EVENTS.createCharacters(printable(text)));
        writer.add(EVENTS.createEndElement(prefix, namespace, "t"));
        writer.add(EVENTS.createEndElement(prefix, namespace, "is"));
        writer.add(EVENTS.createEndElement(prefix, namespace, "c"));
    }

    /** XML has no place for control characters. */
    private static String printable(@Nullable String text) {
        StringBuilder out = new StringBuilder();
        String.valueOf(text).codePoints().forEach(c -> {
            boolean allowed = c >= ' ' && c < 0xd800 || c > 0xdfff && c != 0xfffe && c != 0xffff;
            out.appendCodePoint(allowed ? c : ' ');
        });
        return out.toString();
    }

    /** A carriage return that is written as it is would be read as a line feed. */
    private static void addText(String text, XMLEventWriter writer) throws XMLStreamException {
        String[] parts = text.split("\r", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                writer.add(EVENTS.createEntityReference("#13", null));
            }
            writer.add(EVENTS.createCharacters(parts[i]));
        }
    }
}
