/** The advisor as a job of Apache Spark: this process reads, cuts and ranks; executors fire the rules about the parts. */
@NullMarked
package org.throughline.spark;

import org.jspecify.annotations.NullMarked;
