/** The command line: arguments to what the application does, results to standard output, problems to standard error. */
@NullMarked
package org.throughline.cli;

import org.jspecify.annotations.NullMarked;
