package io.tandem.difference;

import io.tandem.content.BrokenFile;
import io.tandem.model.BrokenXml;
import io.tandem.model.XmlElement;
import io.tandem.model.XmlFile;

/** What the differences read of XML. */
final class Xml {

    private Xml() {}

    /** @throws BrokenFile if it is none, or declares a type */
    static XmlElement read(String file, byte[] bytes) {
        try {
            return XmlFile.read(bytes);
        } catch (BrokenXml broken) {
            throw new BrokenFile(file, String.valueOf(broken.getMessage()));
        }
    }

    /** What stands in it, without what stands in its children and without blanks that nobody means. */
    static String text(XmlElement element) {
        return element.text().strip().replaceAll("\\s+", " ");
    }

    /** Empty where it is not there. */
    static String attribute(XmlElement element, String name) {
        return element.attributes().getOrDefault(name, "");
    }
}
