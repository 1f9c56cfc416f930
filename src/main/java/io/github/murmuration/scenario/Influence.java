package io.github.murmuration.scenario;

import io.github.murmuration.expression.Expression;
import io.github.murmuration.expression.Expression.Apply;
import io.github.murmuration.expression.Expression.Average;
import io.github.murmuration.expression.Expression.Name;
import io.github.murmuration.expression.Function;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What of a model changes with one of its parameters: other parameters, coordinates, named means. */
public final class Influence {

    private static final Set<Function> STEPS = Set.of(Function.SIGN, Function.FLOOR);

    private final CustomModel model;
    private final Set<String> reached = new HashSet<>();

    public Influence(CustomModel model, String parameter) {
        this.model = model;
        reached.add(parameter);
        while (grow()) {}
    }

    private boolean grow() {
        int before = reached.size();
        model.parameters().forEach((name, value) -> {
            if (value instanceof Parameter.Formula formula) {
                add(name, List.of(formula.expression()));
            }
        });
        model.means().forEach((name, averaged) -> add(name, List.of(averaged)));
        model.state().forEach(name -> {
            add(name, List.of(model.drift().get(name)));
            add(name, model.noise().getOrDefault(name, Map.of()).values());
            add(name, model.commonNoise().getOrDefault(name, Map.of()).values());
        });
        return reached.size() > before;
    }

    private void add(String name, Collection<Expression> made) {
        if (made.stream().anyMatch(this::reaches)) {
            reached.add(name);
        }
    }

    /** Coordinates that change, in their order. */
    public List<String> coordinates() {
        return model.state().stream().filter(reached::contains).toList();
    }

    /** Whether an expression changes. */
    public boolean reaches(Expression expression) {
        return expression.names().stream().anyMatch(reached::contains)
                || expression.averages().stream().flatMap(Influence::averaged).anyMatch(this::reaches);
    }

    /** The first comparison, sign or floor of something that changes, within what it reads too: where it jumps there is no derivative. */
    public Optional<Expression> jump(Expression expression) {
        if (expression instanceof Name name) {
            return first(definition(name.name()));
        }
        if (expression instanceof Average average) {
            return first(averaged(average));
        }
        if (!(expression instanceof Apply apply)) {
            return Optional.empty();
        }
        Optional<Expression> inner = first(apply.arguments().stream());
        boolean jumps = apply.function().isCondition() || STEPS.contains(apply.function());
        return inner.isEmpty() && jumps && reaches(apply) ? Optional.of(apply) : inner;
    }

    private Stream<Expression> definition(String name) {
        boolean formula = model.parameters().get(name) instanceof Parameter.Formula;
        return formula
                ? Stream.of(((Parameter.Formula) model.parameters().get(name)).expression())
                : Stream.ofNullable(model.means().get(name));
    }

    private Optional<Expression> first(Stream<Expression> expressions) {
        return expressions.map(this::jump).flatMap(Optional::stream).findFirst();
    }

    private static Stream<Expression> averaged(Average average) {
        return Stream.of(average.first(), average.second()).filter(Objects::nonNull);
    }
}
