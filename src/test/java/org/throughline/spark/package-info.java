/** The job of Apache Spark as people run it: the built jar, submitted. */
@NullMarked
package org.throughline.spark;

import org.jspecify.annotations.NullMarked;
