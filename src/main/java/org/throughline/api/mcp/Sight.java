package org.throughline.api.mcp;

import org.springframework.stereotype.Component;
import org.throughline.access.Reader;
import org.throughline.access.Scope;

/** Which portfolios may be seen by who asks. An assistant names them inside its request, where no table of addresses sees them. */
@Component
class Sight {

    /** Its token must be good for reading, too: for advice on facts that are sent along it need not be. */
    boolean sees(String portfolio) {
        Reader reader = Reader.current();
        return reader.scopes().contains(Scope.READ.word()) && reader.sees(portfolio);
    }

    /** @throws WrongArgumentException if it may not be seen; said as if there were none */
    String seen(String portfolio) {
        if (!sees(portfolio)) {
            throw new WrongArgumentException(
                    "portfolio " + portfolio,
                    "one that list_portfolios names",
                    "Choose one of them, or ask an administrator for a role in it.");
        }
        return portfolio;
    }
}
