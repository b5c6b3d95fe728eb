package org.throughline.rulebook.safe;

import org.drools.core.common.TupleSets;
import org.drools.core.reteoo.TupleImpl;

/** The list that a join fills, counting what is put in. */
final class CountedTuples implements TupleSets {

    private final TupleSets whole;
    private final Run run;
    private final String rules;

    CountedTuples(TupleSets whole, Run run, String rules) {
        this.whole = whole;
        this.run = run;
        this.rules = rules;
    }

    @Override
    public boolean addInsert(TupleImpl tuple) {
        run.combines(rules);
        return whole.addInsert(tuple);
    }

    @Override
    public boolean addUpdate(TupleImpl tuple) {
        return whole.addUpdate(tuple);
    }

    @Override
    public boolean addDelete(TupleImpl tuple) {
        return whole.addDelete(tuple);
    }

    @Override
    public boolean addNormalizedDelete(TupleImpl tuple) {
        return whole.addNormalizedDelete(tuple);
    }

    @Override
    public void removeInsert(TupleImpl tuple) {
        whole.removeInsert(tuple);
    }

    @Override
    public void removeDelete(TupleImpl tuple) {
        whole.removeDelete(tuple);
    }

    @Override
    public void removeUpdate(TupleImpl tuple) {
        whole.removeUpdate(tuple);
    }

    @Override
    public TupleImpl getInsertFirst() {
        return whole.getInsertFirst();
    }

    @Override
    public TupleImpl getDeleteFirst() {
        return whole.getDeleteFirst();
    }

    @Override
    public TupleImpl getUpdateFirst() {
        return whole.getUpdateFirst();
    }

    @Override
    public TupleImpl getNormalizedDeleteFirst() {
        return whole.getNormalizedDeleteFirst();
    }

    @Override
    public int getInsertSize() {
        return whole.getInsertSize();
    }

    @Override
    public void resetAll() {
        whole.resetAll();
    }

    @Override
    public void clear() {
        whole.clear();
    }

    @Override
    public void addAll(TupleSets other) {
        whole.addAll(other);
    }

    @Override
    public void addTo(TupleSets other) {
        whole.addTo(other);
    }

    @Override
    public TupleSets takeAll() {
        return whole.takeAll();
    }

    @Override
    public boolean isEmpty() {
        return whole.isEmpty();
    }

    @Override
    public String toStringSizes() {
        return whole.toStringSizes();
    }
}
