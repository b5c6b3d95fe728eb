package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Sorts in sentences. */
final class Words {

    private Words() {}

    /** Without its article, for the beginning of a sentence: "UseCase has no ...", "A text has no ...". */
    static String capital(String words) {
        boolean type = words.startsWith("a ") && Character.isUpperCase(words.charAt(2))
                || words.startsWith("an ") && Character.isUpperCase(words.charAt(3));
        return type
                ? words.substring(words.indexOf(' ') + 1)
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What something has or lacks: "Stage", "UseCase", "A list". */
    static String owner(Sort sort) {
        return sort.kind() == Sort.Kind.CHOICE ? sort.type().getSimpleName() : capital(sort.words());
    }

    static String list(List<Sort> sorts) {
        return sorts.isEmpty() ? "nothing" : sorts.stream().map(Sort::words).collect(Collectors.joining(", "));
    }

    static String list(Class<?>[] types, boolean varArgs) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            boolean many = varArgs && i == types.length - 1;
            String word = Sort.of(many ? types[i].getComponentType() : types[i]).words();
            words.add(many ? "any number of: " + word : word);
        }
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }
}
