package org.throughline.intake;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Which part of a workbook's package holds which sheet. */
final class WorkbookParts {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final long MOST = 16L << 20;

    private WorkbookParts() {}

    /** A reader's factory that fetches nothing from elsewhere. */
    static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The package goes on after a part: a parser that closes what it has read to its end closes nothing. */
    static InputStream leftOpen(InputStream part) {
        return new FilterInputStream(part) {
            @Override
            public void close() {
                // see above
            }
        };
    }

    /** Names of entries of the ZIP to names of sheets. */
    static Map<String, String> sheets(Source source) throws IOException {
        Map<String, String> targets = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(source.open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(RELATIONS)) {
                    elements(
                            whole(zip),
                            "Relationship",
                            (id, it) -> targets.put(
                                    String.valueOf(it.getAttributeValue(null, "Id")),
                                    target(it.getAttributeValue(null, "Target"))));
                } else if (entry.getName().equals(WORKBOOK)) {
                    elements(
                            whole(zip),
                            "sheet",
                            (id, it) ->
                                    names.put(String.valueOf(id), String.valueOf(it.getAttributeValue(null, "name"))));
                }
            }
        }
        Map<String, String> sheets = new HashMap<>();
        names.forEach((id, name) -> sheets.put(targets.getOrDefault(id, ""), name));
        return sheets;
    }

    private static InputStream whole(ZipInputStream zip) throws IOException {
        return new ByteArrayInputStream(zip.readNBytes((int) MOST));
    }

    private static String target(@Nullable String target) {
        String path = String.valueOf(target);
        return path.startsWith("/") ? path.substring(1) : "xl/" + path;
    }

    /** Each element of that name, with the attribute that refers to a relation, if it has one. */
    private static void elements(InputStream in, String name, BiConsumer<@Nullable String, XMLStreamReader> taker)
            throws IOException {
        try {
            XMLStreamReader reader = xml().createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(name)) {
                    taker.accept(relation(reader), reader);
                }
            }
        } catch (XMLStreamException damaged) {
            throw new IOException("The workbook is damaged.", damaged);
        }
    }

    private static @Nullable String relation(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("id") && reader.getAttributeNamespace(i) != null) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }
}
