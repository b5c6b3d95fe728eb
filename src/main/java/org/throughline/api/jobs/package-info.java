/** Work that takes longer than a client wants to wait: taken in, done in turn by whichever replica is free, kept until it is fetched. */
@NullMarked
package org.throughline.api.jobs;

import org.jspecify.annotations.NullMarked;
