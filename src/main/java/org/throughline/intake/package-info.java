/**
 * Any file to facts, or to problems that say how to mend them. Two stages that know each other only by a row of cells: reading (files to
 * tables of raw cells) and assembly (raw cells to a portfolio, as the schema in {@code facts} says). What words mean comes from tables
 * that people edit; nothing here knows a synonym.
 */
@NullMarked
package org.throughline.intake;

import org.jspecify.annotations.NullMarked;
