package org.throughline.app;

import java.util.List;
import org.throughline.facts.Problem;

/** What was asked for cannot be done, whatever the input: an option names what is not there or cannot be used. */
public final class WrongUseException extends UnusableException {

    private static final long serialVersionUID = 1L;

    WrongUseException(List<Problem> problems) {
        super(problems);
    }

    public static WrongUseException of(String file, String found, String expected, String fix) {
        return new WrongUseException(List.of(problem(file, found, expected, fix)));
    }
}
