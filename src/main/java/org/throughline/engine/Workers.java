package org.throughline.engine;

import java.util.List;

/** Other threads or machines that fire the rules about parts of a portfolio, each with a {@link Worker} of the same rules. */
public interface Workers {

    /** How many parts they can work on at once: no portfolio is cut into fewer. */
    int slots();

    /**
     * What became of each part, in any order.
     *
     * @param setting what every {@link Worker} needs for them
     */
    List<byte[]> fire(byte[] setting, List<byte[]> parts);
}
