/** Keeps portfolios, snapshots, assessments and what became of advice in SQLite or PostgreSQL: plain SQL, and Spring nowhere but here. */
@NullMarked
package org.throughline.store;

import org.jspecify.annotations.NullMarked;
