package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Folds the jobs of one kind upwards: as soon as a unit holds enough of them, they become one recommendation at the lowest unit that
 * covers them. It looks at each unit's own jobs alone, so the order in which jobs come makes no difference.
 */
final class Grouping {

    private final AdviceBook book;
    private final Terrain terrain;
    private final Stakes stakes;
    private final Map<Place, Set<Place>> below = new HashMap<>();
    private final Map<Place, Job> jobs = new HashMap<>();
    private final Set<Place> tops = new TreeSet<>(Place.IN_ORDER);

    private Grouping(AdviceBook book, Terrain terrain, Stakes stakes) {
        this.book = book;
        this.terrain = terrain;
        this.stakes = stakes;
    }

    /** @param jobs all of one kind, one per place */
    static List<Group> of(List<Job> jobs, AdviceBook book, Terrain terrain, Stakes stakes) {
        Grouping grouping = new Grouping(book, terrain, stakes);
        jobs.forEach(grouping::plant);
        List<Group> groups = new ArrayList<>();
        grouping.tops.forEach(top -> groups.addAll(grouping.fold(top)));
        return groups;
    }

    private void plant(Job job) {
        jobs.put(job.place(), job);
        Place place = job.place();
        Place above = terrain.above(place, job.remedy());
        while (above != null && !place.equals(above)) {
            below.computeIfAbsent(above, key -> new TreeSet<>(Place.IN_ORDER)).add(place);
            place = above;
            above = terrain.above(place, job.remedy());
        }
        tops.add(place);
    }

    private List<Group> fold(Place unit) {
        List<Group> parts = new ArrayList<>();
        Job own = jobs.get(unit);
        if (own != null) {
            parts.add(group(unit, List.of(own), List.of()));
        }
        below.getOrDefault(unit, Set.of()).forEach(place -> parts.addAll(fold(place)));
        List<Job> all = parts.stream().flatMap(part -> part.jobs().stream()).toList();
        Remedy remedy = all.get(0).remedy();
        boolean folds = parts.size() > 1 && book.folding.folds(remedy.kind(), unit.type(), all.size());
        return folds ? List.of(group(unit, all, parts)) : parts;
    }

    private Group group(Place unit, List<Job> all, List<Group> parts) {
        Remedy remedy = all.get(0).remedy();
        BigDecimal hours = stakes.hours(all);
        BigDecimal days = book.efforts.of(remedy.kind(), unit.type()).days();
        BigDecimal best = hours == null ? null : hours.divide(days, MathContext.DECIMAL64);
        for (Group part : parts) {
            best = larger(best, part.hoursPerDay());
        }
        return new Group(remedy, unit, all, hours, best);
    }

    private static @Nullable BigDecimal larger(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.max(other);
    }
}
