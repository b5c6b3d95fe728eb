package org.throughline.report;

/**
 * What text is made for.
 *
 * @param width columns, at least 40
 * @param colours whether it understands ANSI colours; who runs the command decides (a terminal, and no NO_COLOR)
 */
public record Screen(int width, boolean colours) {

    /** 80 columns, no colours: a file, a pipe, a test. */
    public static final Screen PLAIN = new Screen(80, false);

    public Screen {
        width = Math.max(40, width);
    }
}
