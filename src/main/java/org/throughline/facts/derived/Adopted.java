package org.throughline.facts.derived;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.throughline.facts.Adoption;
import org.throughline.facts.Cell;
import org.throughline.facts.Texts;
import org.throughline.facts.UseCase;

/**
 * A live use case, or one whose stage nobody knows, with the teams that work with it.
 *
 * @param adoptions one a team, by team id
 * @param variants the different ways in which they work with it; how they are spelled makes no difference
 * @param users sum over the teams of which both users and eligible users are known
 * @param eligible sum over the same teams
 */
public record Adopted(
        UseCase useCase,
        String useCaseId,
        boolean live,
        List<Adoption> adoptions,
        List<String> variants,
        BigDecimal users,
        BigDecimal eligible)
        implements Derived, Carried {

    private static final Comparator<Adoption> BY_TEAM = Comparator.comparing(Adoption::teamId, Texts.BY_CODE_POINT);

    /** @param adoptions of that use case, in any order */
    public static Adopted of(UseCase useCase, List<?> adoptions) {
        List<Adoption> sorted =
                adoptions.stream().map(one -> (Adoption) one).sorted(BY_TEAM).toList();
        BigDecimal users = BigDecimal.ZERO;
        BigDecimal eligible = BigDecimal.ZERO;
        for (Adoption adoption : sorted) {
            if (adoption.users() != null && adoption.eligibleUsers() != null) {
                users = users.add(adoption.users());
                eligible = eligible.add(adoption.eligibleUsers());
            }
        }
        return new Adopted(useCase, useCase.id(), !useCase.unknown("stage"), sorted, variants(sorted), users, eligible);
    }

    private static List<String> variants(List<Adoption> adoptions) {
        Set<String> seen = new HashSet<>();
        return adoptions.stream()
                .flatMap(adoption -> adoption.variants().stream())
                .filter(variant -> seen.add(Texts.fold(variant)))
                .toList();
    }

    /** How many teams work with it. */
    public int teams() {
        return adoptions.size();
    }

    public List<String> teamIds() {
        return adoptions.stream().map(Adoption::teamId).toList();
    }

    /** How many different variants are known. */
    public int different() {
        return variants.size();
    }

    /** True if nobody knows in which way one of the teams works with it. */
    public boolean variantUnknown() {
        return adoptions.stream().anyMatch(adoption -> adoption.unknown("variant"));
    }

    /** That column of every team that works with it. */
    public List<Cell> column(String attribute) {
        return adoptions.stream().map(adoption -> adoption.cell(attribute)).toList();
    }

    /** Users and eligible users of the teams where both are known. */
    public List<Cell> usage() {
        List<Cell> cells = new ArrayList<>();
        for (Adoption adoption : adoptions) {
            if (adoption.users() != null && adoption.eligibleUsers() != null) {
                cells.add(adoption.cell("users"));
                cells.add(adoption.cell("eligible_users"));
            }
        }
        return cells;
    }

    /** The use case as one that cannot be judged without these files and columns, and without the stage where that is unknown. */
    public Missing lacks(String... names) {
        List<String> all = new ArrayList<>(List.of(names));
        all.addAll(useCase.missing("stage").names());
        return new Missing(useCaseId, all);
    }

    @Override
    public List<Cell> cells() {
        return column("team_id");
    }

    @Override
    public boolean assumed() {
        return !live;
    }

    /** There is one for each use case. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Adopted adopted && useCase == adopted.useCase && adoptions.equals(adopted.adoptions);
    }

    @Override
    public int hashCode() {
        return useCaseId.hashCode();
    }
}
