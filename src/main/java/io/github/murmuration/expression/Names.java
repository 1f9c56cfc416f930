package io.github.murmuration.expression;

import java.util.Set;

/** Which words may be names of a model. */
public final class Names {

    /** Words of the language that are not functions. */
    public static final Set<String> RESERVED =
            Set.of("t", "pi", "label", "other", "mean", "variance", "covariance", "and", "or", "not");

    /** What a name of a partner begins with: {@code other.x} is the x of the other agent of a pair. */
    public static final String OTHER = "other.";

    /** Words that join conditions. */
    static final Set<String> JOINING = Set.of("and", "or", "not");

    private Names() {}

    /** Whether it is a letter, then letters, digits or underscores. */
    public static boolean isName(String word) {
        return !word.isEmpty()
                && Character.isLetter(word.charAt(0))
                && word.chars().allMatch(Names::mayContinue);
    }

    /** Whether the language has a meaning for this word: no model may use it for its own. */
    public static boolean isReserved(String word) {
        return RESERVED.contains(word) || Function.called(word).isPresent();
    }

    static boolean mayContinue(int character) {
        return Character.isLetter(character) || '0' <= character && character <= '9' || character == '_';
    }
}
