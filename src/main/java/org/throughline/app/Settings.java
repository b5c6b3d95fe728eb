package org.throughline.app;

import java.util.List;
import org.throughline.intake.Limits;

/** What is set for the whole process, as system properties: {@code java -Dthroughline.limit.columns=20000 -jar throughline.jar ...} */
final class Settings {

    private Settings() {}

    /** @throws WrongUseException if one of them is no number that can be a limit */
    static Limits limits() {
        try {
            return Limits.of(System::getProperty);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUseException(List.of(UnusableException.problem(
                    "a setting (java -D...)",
                    String.valueOf(wrong.getMessage()),
                    "A whole number, such as 20000.",
                    "Correct the setting, or leave it out for the default.")));
        }
    }
}
