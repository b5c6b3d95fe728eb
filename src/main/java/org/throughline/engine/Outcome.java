package org.throughline.engine;

import java.util.ArrayList;
import java.util.List;
import org.throughline.advice.Stake;
import org.throughline.advice.ValueStream;
import org.throughline.facts.derived.Carried;
import org.throughline.facts.derived.Ceiling;
import org.throughline.facts.derived.Constraint;
import org.throughline.facts.derived.LeadTime;
import org.throughline.facts.derived.Touched;

/** What sessions hold after their rules fired, by what becomes of it. */
final class Outcome {

    final List<Reported> reported = new ArrayList<>();
    final List<Unjudged> unjudged = new ArrayList<>();
    final List<Stake> stakes = new ArrayList<>();
    final List<Said> said = new ArrayList<>();
    final List<Carried> carried = new ArrayList<>();
    final List<Touched> touched = new ArrayList<>();
    final List<LeadTime> leadTimes = new ArrayList<>();
    final List<Constraint> constraints = new ArrayList<>();
    final List<Ceiling> ceilings = new ArrayList<>();
    final List<ValueStream> streams = new ArrayList<>();

    void take(Object object) {
        if (object instanceof Told one) {
            reported.add(one.reported());
        } else if (object instanceof Reported one) {
            reported.add(one);
        } else if (object instanceof Unjudged one) {
            unjudged.add(one);
        } else if (object instanceof Stake one) {
            stakes.add(one);
        } else if (object instanceof Said one) {
            said.add(one);
        } else if (object instanceof Carried one) {
            carried.add(one);
        } else {
            takeFlow(object);
        }
    }

    private void takeFlow(Object object) {
        if (object instanceof Touched one) {
            touched.add(one);
        } else if (object instanceof LeadTime one) {
            leadTimes.add(one);
        } else if (object instanceof Constraint one) {
            constraints.add(one);
        } else if (object instanceof Ceiling one) {
            ceilings.add(one);
        } else if (object instanceof ValueStream one) {
            streams.add(one);
        }
    }

    /** A workflow's stream is drawn where its rules fired: what it is drawn from is not needed any more. */
    Outcome drawn() {
        streams.addAll(new ValueStreams(this).list());
        touched.clear();
        leadTimes.clear();
        constraints.clear();
        ceilings.clear();
        return this;
    }

    void addAll(Outcome other) {
        reported.addAll(other.reported);
        unjudged.addAll(other.unjudged);
        stakes.addAll(other.stakes);
        said.addAll(other.said);
        carried.addAll(other.carried);
        streams.addAll(other.streams);
    }
}
