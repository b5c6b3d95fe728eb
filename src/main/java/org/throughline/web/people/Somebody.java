package org.throughline.web.people;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.throughline.access.Reader;
import org.throughline.access.Role;

/** Who looks at a page: every page names them, and offers what is theirs. */
@ControllerAdvice("org.throughline.web")
class Somebody {

    /**
     * @param isLoggedIn false where no log-in is required
     * @param isAdministrator who is offered the pages of people
     */
    public record Looking(String name, boolean isLoggedIn, boolean isAdministrator) {}

    @ModelAttribute("reader")
    Looking reader() {
        Reader reader = Reader.current();
        return new Looking(reader.display(), reader.isLoggedIn(), reader.is(Role.ADMINISTRATOR));
    }
}
