package org.throughline.rulebook.check;

import java.util.List;
import org.throughline.findings.Flaw;

/**
 * A rule file as it was read.
 *
 * @param rules those that could be read at all
 * @param whole false where a rule, or what stands before the first, could not be read
 * @param flaws what was found in it alone
 */
record ReadFile(Source source, List<ReadRule> rules, boolean whole, List<Flaw> flaws) {

    String file() {
        return source.file();
    }
}
