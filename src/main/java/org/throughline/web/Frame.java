package org.throughline.web;

import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page has. */
@ControllerAdvice("org.throughline.web")
class Frame {

    @ModelAttribute("shown")
    Shown shown(Locale locale) {
        return new Shown(locale);
    }
}
